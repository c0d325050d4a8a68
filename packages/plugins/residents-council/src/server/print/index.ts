import { dayOf, wallTime } from '@linli/core/date'
import { countSupporters } from '@linli/core/deliberation'
import { yuanText } from '@linli/core/money'
import type { ActionInput, Row } from '@linli/kit'
import type { printForm } from '../../actions/index.ts'
import { ACTORS, type Gate, OUTCOMES, ruleTitle, SOURCES, STAKES, WAYS } from '../../rules/options.ts'
import { gateTitle } from '../../rules/ways.ts'
import {
  actionItems,
  appraisals,
  councils,
  feedback,
  gates,
  matters,
  meetings,
  objections,
  proposals,
  publications,
  stakeholders,
  type supporters,
  votes,
} from '../../resources/index.ts'
import { handleSheet } from '../appraisal/appraisals.ts'
import type { Ctx } from '../context.ts'
import { parentOf } from '../inherit.ts'
import { knownPeople } from '../known-people.ts'
import { liveOf } from '../meeting/live.ts'
import { asProposal, backingOf, supportersOf } from '../proposals.ts'
import { cut, facts, grid, page } from './page.ts'

/** A printed form of a record that its reader may see. */
export async function handlePrint(ctx: Ctx, { form, id }: ActionInput<typeof printForm>): Promise<{ html: string }> {
  const office = ctx.street.officialName ?? ctx.street.name
  if (form === 'slip') return { html: page('议题流转单', office, await slip(ctx, await ctx.rows(matters).get(id)), 'dense') }
  if (form === 'resolution') return { html: page('公示单', office, await notice(ctx, await ctx.rows(publications).get(id))) }
  if (form === 'meeting') return { html: page('会议纪要与签到表', office, await minutes(ctx, await ctx.rows(meetings).get(id))) }
  const row = await ctx.rows(appraisals).get(id)
  return { html: page(row.kind === 'annual' ? '年度考评表' : '半年评比表', office, await sheet(ctx, row), 'wide') }
}

/** One page with the four gates. */
async function slip(ctx: Ctx, matter: Row<typeof matters>): Promise<string> {
  const all = ctx.elevated()
  const filter = { matterId: matter.id }
  const list = { limit: 100, total: 'none' } as const
  const council = await parentOf(ctx, councils, matter.councilId)
  const own = (await all.rows(proposals).list({ filter, sort: ['createdAt', 'asc'], ...list })).rows
  const backing: Row<typeof supporters>[] = []
  for (const { id } of own) backing.push(...(await supportersOf(ctx, id)))
  const known = await knownPeople(
    ctx,
    backing.map(({ personId }) => personId),
  )
  // As the gate counts them.
  const living = await backingOf(
    ctx,
    own.map(({ id }) => id),
  )
  const names = backing.filter(({ role }) => role === 'proposer').map(({ personId }) => known.get(personId)?.name ?? '')
  const passes = (await all.rows(gates).list({ filter, sort: ['createdAt', 'asc'], ...list })).rows
  const parties = (await all.rows(stakeholders).list({ filter, ...list })).rows
  const counted = (await all.rows(votes).list({ filter: { ...filter, status: 'closed' }, sort: ['closedAt', 'asc'], ...list })).rows
  const posted = (await all.rows(publications).list({ filter: { ...filter, kind: 'resolution' }, ...list })).rows
  const tasks = (await all.rows(actionItems).list({ filter, ...list })).rows
  const told = (await all.rows(feedback).list({ filter, ...list })).rows
  const raised =
    posted.length === 0 ? [] : (await all.rows(objections).list({ filter: { publicationId: posted.map(({ id }) => id) }, ...list })).rows
  const title = (gate: Gate): string => gateTitle(matter.way, gate)
  const of = (gate: Gate): string =>
    passes
      .filter((pass) => pass.gate === gate)
      .slice(-3)
      .map(
        (pass) =>
          `第 ${pass.round} 次：${gates.fields.outcome.options?.[pass.outcome ?? 'passed'] ?? ''}${pass.closedOn ? `（${pass.closedOn}）` : '（进行中）'} ${cut(pass.opinion, 120)}`,
      )
      .join('\n')
  const ballot = (gate: 'review' | 'partyReview' | 'resolve'): string =>
    counted
      .filter((vote) => vote.gate === gate)
      .map(
        (vote) =>
          `${vote.closedAt ? `${dayOf(vote.closedAt)} ` : ''}${ruleTitle(vote.ruleCode)}${vote.ruleStatus === 'unverified' ? '（未核验）' : ''}：名册 ${vote.base}，到会 ${vote.present ?? '—'}，赞成 ${vote.yes}，反对 ${vote.no}，弃权 ${vote.abstain}，${vote.outcome ? OUTCOMES[vote.outcome] : ''}`,
      )
      .join('\n')
  return [
    facts([
      ['编号', matter.no],
      ['议题', matter.title],
      ['来源', cut(sourcesText(matter, own), 120)],
      ['议事会', council.name],
      ['议事方式', WAYS[matter.way]],
      ['牵头党组织', matter.partyOrg],
    ]),
    `<h2>一、${title('propose')}</h2>`,
    facts([
      ['提议人', cut(names.join('、'), 120)],
      ['附议', `${countSupporters(asProposal(living), council.supportersPer)}`],
      ['内容', cut(matter.summary, 240)],
      ['办理', of('propose')],
    ]),
    `<h2>二、${title('review')}</h2>`,
    facts([
      ['表决', ballot('review')],
      ['意见', of('review')],
    ]),
    ...(matter.way === 'branch'
      ? [
          `<h2>三、${title('partyReview')}</h2>`,
          facts([
            ['表决', ballot('partyReview')],
            ['意见', of('partyReview')],
          ]),
        ]
      : [
          `<h2>三、${title('consult')}</h2>`,
          facts([
            ['参加各方', cut(parties.map((party) => partyText(party)).join('；'), 400)],
            ['共识', cut(matter.agreedPoints, 240)],
            ['不同意见', cut(matter.minorityOpinions, 240)],
          ]),
        ]),
    `<h2>四、${title('resolve')}</h2>`,
    facts([
      ['表决', ballot('resolve')],
      ['决议', cut(matter.resolution, 300)],
      [
        matter.way === 'branch' ? '决议公开' : '公示',
        posted.map(({ from, until, place }) => `${from} 至 ${until ?? ''}，${place}`).join('；'),
      ],
      ['异议', raised.length === 0 ? '无' : cut(raised.map(({ text, answer }) => `${text} → ${answer ?? '待答复'}`).join('；'), 240)],
    ]),
    '<h2>落实</h2>',
    grid(
      ['任务', '由谁办', '期限', '用钱', '完成'],
      tasks
        .slice(0, 8)
        .map(({ title, actorKind, actorName, dueOn, budget, doneOn }) => [
          cut(title, 40),
          `${ACTORS[actorKind]} ${actorName ?? ''}`,
          dueOn,
          budget ? yuanText(budget) : '',
          doneOn ?? '',
        ]),
    ),
    facts([
      ['预算', matter.budget ? yuanText(matter.budget) : matter.needsMoney ? '待定' : '不用钱'],
      ['资金批准', matter.fundAuthorisation],
      [
        matter.way === 'branch' ? '实施结果公开' : '结果',
        cut(
          [matter.resultText, matter.resultPublishedOn && `${matter.resultPublishedOn}，${matter.resultPlace ?? ''}`]
            .filter(Boolean)
            .join('\n'),
          240,
        ),
      ],
      [
        '提议人确认',
        told
          .map(({ kind, satisfied, words, papersYes, papersNo }) =>
            kind === 'questionnaire'
              ? `问卷：满意 ${papersYes ?? 0} 份，不满意 ${papersNo ?? 0} 份`
              : kind === 'unreachable'
                ? '联系不上'
                : `${satisfied === 'yes' ? '满意' : '不满意'} ${words ?? ''}`,
          )
          .join('；'),
      ],
      ['评价', cut(matter.evaluation, 160)],
    ]),
  ].join('')
}

/** 居民、网格 W-17 */
function sourcesText(matter: Row<typeof matters>, own: readonly Row<typeof proposals>[]): string {
  const named = own.map(({ source, sourceNo }) => [SOURCES[source], sourceNo].filter(Boolean).join(' '))
  return [...new Set(named.length > 0 ? named : [SOURCES[matter.source]])].join('、')
}

/** 物业企业 诚信物业（到场，有条件赞成） */
function partyText({ group, name, present, opinion, position }: Row<typeof stakeholders>): string {
  const said = [
    present ? '到场' : opinion?.trim() ? '书面' : '未到',
    position ? stakeholders.fields.position.options?.[position] : undefined,
  ]
  return `${STAKES[group]} ${name}（${said.filter(Boolean).join('，')}）`
}

async function notice(ctx: Ctx, posted: Row<typeof publications>): Promise<string> {
  const matter = posted.matterId ? await parentOf(ctx, matters, posted.matterId) : undefined
  return `${facts([
    ['标题', posted.title],
    ['议题编号', matter?.no],
    ['牵头党组织', matter?.partyOrg],
    ['公示期', `${posted.from} 至 ${posted.until ?? ''}（${posted.days} 天）`],
    ['地点', posted.place],
  ])}<p>${posted.content.replace(/[&<>]/g, ' ')}</p><p>公示期内如有异议，请向社区居委会提出，5 个工作日内答复。</p><div class="sign"><span></span><span>（盖章）　${posted.from}</span></div>`
}

async function minutes(ctx: Ctx, meeting: Row<typeof meetings>): Promise<string> {
  const live = await liveOf(ctx, meeting)
  return [
    facts([
      ['会议', live.title],
      ['时间', `${dayOf(live.scheduledAt)} ${wallTime(live.scheduledAt).slice(11, 16)}`],
      ['地点', live.place],
      ['应到 / 实到', `${live.due} / ${live.present}`],
      ['法定人数', live.quorum.text],
    ]),
    '<h2>议程</h2>',
    grid(
      ['序', '类别', '内容', '结论'],
      live.items.map(({ kindTitle, title, conclusion }, index) => [index + 1, kindTitle, title, conclusion]),
    ),
    '<h2>表决</h2>',
    grid(
      ['事项', '结论', '说明'],
      live.votes.map(({ title, outcome, sentence }) => [title, outcome, sentence]),
    ),
    '<h2>纪要</h2>',
    `<p>${(live.minutes ?? '').replace(/[&<>]/g, ' ')}</p>`,
    '<h2>签到</h2>',
    grid(
      ['姓名', '三员', '签名'],
      live.people.map(({ name, duty }) => [name, duty, '']),
    ),
  ].join('')
}

async function sheet(ctx: Ctx, row: Row<typeof appraisals>): Promise<string> {
  const { lines, asOf, frozen } = await handleSheet(ctx, { id: row.id })
  const heads = lines[0]?.items.map(({ title, max }) => `${title}（${max}）`) ?? []
  return [
    facts([
      ['名称', row.title],
      ['期别', row.period],
      ['数据截至', asOf],
      ['状态', frozen ? '已冻结存档' : '试算，未公布'],
    ]),
    grid(
      ['名次', '议事会', ...heads, '总分', '等次', '复核意见'],
      lines.map(({ place, council, items, total, grade, reviewNote }) => [
        place,
        council,
        ...items.map(({ points }) => points ?? '缺'),
        total ?? '缺',
        grade,
        cut(reviewNote, 60),
      ]),
    ),
    '<p class="note">「缺」是缺数，不是零分。</p>',
  ].join('')
}
