import { dayOf, wallTime } from '@linli/core/date'
import type { ActionInput, Row } from '@linli/kit'
import { accounts } from '@linli/kit/platform'
import type { PrintedForm, printForm } from '../actions/index.ts'
import { people } from '@linli/plugin-registry'
import { applications, breaches, certificateRequests, commitments, inquiries, notices, supervisions } from '../resources/index.ts'
import { deferred } from '../rules/checklist.ts'
import { slipCode } from '../rules/slip.ts'
import { BREACHES, INQUIRY_ENDS, KINDS, LINES, MATERIAL_STATES, RUNGS, SOURCES } from '../rules/options.ts'
import { contentFor } from './applications.ts'
import type { Ctx } from './context.ts'
import { itemsInForce } from './items.ts'
import { secretOf } from './desk.ts'

type Builder = (ctx: Ctx, id: string) => Promise<PrintedForm>

const at = (instant: string | null): string => (instant ? wallTime(instant) : '')

const HAND_OVER_WORDS = { waiting: '等待接收', accepted: '已接收', refused: '退回', withdrawn: '未接收，收回' } as const

/** Everything that is handed over or hung up on paper. */
const FORMS: Readonly<Record<string, Builder>> = {
  inquiry: async (ctx, id) => {
    const row = await ctx.rows(inquiries).get(id)
    const name = await names(ctx)
    const person = row.personId ? await ctx.elevated().rows(people).find(row.personId) : undefined
    return form(ctx, '首问登记表', row.no ?? '', {
      lines: [
        ['登记时间', at(row.createdAt)],
        ['来访人', person?.name ?? row.askerName ?? ''],
        ['来访方式', { window: '窗口', phone: '电话', visit: '上门', grid: '网格' }[row.channel]],
        ['咨询或办理事项', row.matter],
        ['详细情况', row.detail ?? ''],
        ['首问责任人', name(row.firstPersonId)],
        ['现责任人', name(row.ownerId)],
        ['办结方式', row.disposition ? INQUIRY_ENDS[row.disposition] : ''],
        ['办结情况', row.outcome ?? ''],
        ['办结时间', at(row.closedAt)],
      ],
      tables: [
        {
          title: '移交经过',
          head: ['移交给', '移交时间', '答复', '答复时间', '理由'],
          rows: (row.record?.handOvers ?? []).map((hand) => [
            name(hand.to),
            at(hand.offeredAt),
            HAND_OVER_WORDS[hand.answer ?? 'waiting'],
            at(hand.answeredAt ?? null),
            hand.reason ?? '',
          ]),
        },
      ],
      signatures: ['首问责任人', '接收人', '来访人'],
    })
  },
  notice: async (ctx, id) => {
    const row = await ctx.rows(notices).get(id)
    const application = row.applicationId ? await ctx.rows(applications).get(row.applicationId) : undefined
    const version = application && (await contentFor(ctx, application))
    const name = await names(ctx)
    const terms = new Map((version?.content.materials ?? []).map((material) => [material.name, material]))
    return form(ctx, '一次性告知书', row.no ?? '', {
      lines: [
        ['申请事项', version?.content.name ?? ''],
        ['申请人', (application?.title ?? '').split(' ')[0] ?? ''],
        ['回执编号', application?.no ?? ''],
        ['告知时间', at(row.createdAt)],
        ['请于此日前补齐', row.lapseOn ?? ''],
        ['联系人和电话', `${name(application?.handlerId ?? row.createdBy)} ${ctx.settings.phone}`],
        ['监督电话', ctx.settings.supervisePhone],
      ],
      tables: [
        {
          title: '需要补正的全部内容',
          head: ['材料', '份数和形式', '缺少或不符合的原因', '依据', '能否容缺'],
          rows: (row.missing ?? []).map(({ material, why }) => {
            const term = terms.get(material)
            return [
              material,
              term ? `${term.copies} 份 ${term.form}` : '',
              why,
              term?.why ?? '',
              term?.canDefer ? '可以书面承诺后补' : '不能',
            ]
          }),
        },
      ],
      paragraphs: [
        '以上是需要补正的全部内容，我们不会再要其他材料。',
        '逾期没有补正的，视为撤回申请；以后可以重新申请。',
        '能够共享取得和我们已有的材料，不需要您提供。',
      ],
      signatures: ['经办人', '申请人', '盖章'],
    })
  },
  accepted: async (ctx, id) => caseForm(ctx, id, '受理通知书', true),
  rejected: async (ctx, id) => caseForm(ctx, id, '不予受理通知书', false),
  decision: async (ctx, id) => caseForm(ctx, id, '办理结果通知书', false),
  urge: async (ctx, id) => {
    const row = await ctx.rows(applications).get(id)
    const name = await names(ctx)
    const { rows } = await ctx.rows(supervisions).list({ filter: { sourceId: id }, sort: ['createdAt', 'asc'], limit: 20, total: 'none' })
    return form(ctx, '超期督办单', row.no ?? '', {
      lines: [
        ['办件', row.title ?? ''],
        ['经办人', name(row.handlerId)],
        ['受理时间', at(row.acceptedAt)],
        ['承诺办结日', `${row.promisedOn ?? ''}${row.isProvisional ? '（暂定）' : ''}`],
        ['现在状态', applications.workflow?.states[row.status].title ?? ''],
        ['督办时间', at(ctx.now)],
      ],
      paragraphs: ['该办件已经超过承诺时限。请写明原因和办结日期，并于一个工作日内报告；系统已自动立案，当事人可以说明情况。'],
      tables: [
        ...(rows.length > 0 ? [rungTable(rows, name)] : []),
        { title: '承办部门填写', head: ['超期原因', '计划办结日期', '承办部门意见'], rows: [['', '', '']] },
      ],
      signatures: ['经办人', '承办部门负责人', '督办人'],
    })
  },
  supervision: async (ctx, id) => {
    const row = await ctx.rows(supervisions).get(id)
    const name = await names(ctx)
    const { rows } = await ctx
      .rows(supervisions)
      .list({ filter: { sourceId: row.sourceId }, sort: ['createdAt', 'asc'], limit: 20, total: 'none' })
    return form(ctx, '超期督办单', row.slip ?? '', {
      lines: [
        ['督办事项', row.title ?? ''],
        ['级别', row.level ? RUNGS[row.level] : ''],
        ['督办责任人', name(row.holderId)],
        ['经办人', name(row.handlerId)],
        ['承诺期限', at(row.promisedAt)],
        ['处理期限', at(row.actBy)],
        ['处理情况', row.action ?? ''],
        ['计划办结日期', row.plannedOn ?? ''],
      ],
      tables: [rungTable(rows, name), { title: '承办部门填写', head: ['超期原因', '计划办结日期', '承办部门意见'], rows: [['', '', '']] }],
      signatures: ['经办人', '承办部门负责人', '督办人'],
    })
  },
  breach: async (ctx, id) => {
    const row = await ctx.rows(breaches).get(id)
    const name = await names(ctx)
    const words: Readonly<Record<string, string>> = {
      detected: '发现',
      explained: '说明',
      found: '认定属实',
      'not-found': '不予追究',
      measured: '处理',
      appealed: '申诉',
      finalised: '定案',
    }
    return form(ctx, '责任追究登记表', row.slip ?? '', {
      lines: [
        ['情形', row.kind ? BREACHES[row.kind] : ''],
        ['当事人', row.subjectId ? name(row.subjectId) : '承办单位'],
        ['发现的情况', row.detail ?? ''],
        ['说明期限', at(row.explainBy)],
        ['申诉期限', at(row.appealBy)],
      ],
      tables: [
        {
          title: '经过',
          head: ['时间', '环节', '何人', '内容'],
          rows: (row.record?.history ?? []).map((event) => [
            at(event.at),
            words[event.kind] ?? '',
            event.by === 'clock' || event.by === 'system' ? '系统' : name(event.by),
            event.text,
          ]),
        },
      ],
      signatures: ['当事人', '认定人', '分管领导'],
    })
  },
  commitment: async (ctx, id) => {
    const row = await ctx.rows(commitments).get(id)
    const application = await ctx.rows(applications).get(row.applicationId)
    const content = (await contentFor(ctx, application))?.content
    return form(ctx, '告知承诺书', application.no ?? '', {
      lines: [
        ['申请事项', content?.name ?? ''],
        ['承诺人', (application.title ?? '').split(' ')[0] ?? ''],
        ['代替的材料', row.material],
        ['承诺日期', dayOf(row.createdAt)],
        ['核查期限', row.verifyBy ?? ''],
        ['办理条件', content?.conditions ?? ''],
        ['依据', content?.basis ?? ''],
      ],
      paragraphs: [
        '告知：您可以提交上述材料，也可以签署本承诺书代替；不愿承诺的，按原要求提交材料，办理时限不变。',
        `承诺不实的，不予批准或者撤销决定，${ctx.settings.commitmentBarMonths} 个月内不再适用告知承诺；作出决定前可以撤回承诺，改交材料。`,
        '承诺：已经知道上述条件和后果；所说情况真实，符合条件；愿意承担不实承诺的责任；以上是我真实的意思表示。',
      ],
      signatures: ['承诺人', '经办人', '盖章'],
    })
  },
  certificate: async (ctx, id) => {
    const row = await ctx.rows(certificateRequests).get(id)
    const person = await ctx.rows(people).find(row.personId)
    return form(ctx, '证明开具登记单', row.no ?? '', {
      lines: [
        ['居民', person?.name ?? ''],
        ['要开的证明', row.name],
        ['要证明的单位', row.forWhom],
        ['用途', row.purpose],
        ['清单情况', row.onList === 'on' ? '清单内' : '清单外，可以拒绝开具'],
        ['答复', row.answer ?? ''],
        ['开具日期', row.issuedOn ?? ''],
      ],
      signatures: ['经办人', '居民', '盖章'],
    })
  },
  promises: async (ctx) => {
    const inForce = await itemsInForce(ctx)
    return form(ctx, '服务承诺时限公示表', dayOf(ctx.now), {
      tables: [
        {
          title: '',
          head: ['事项', '条线', '类型', '承诺时限', '法定时限', '依据', '核验'],
          rows: inForce.map(({ content, isVerified }) => [
            content.name,
            LINES[content.line],
            KINDS[content.kind],
            content.kind === 'instant' || content.kind === 'consult' ? '当场办结' : `${content.promisedDays} 个工作日`,
            content.legalDays === null ? '二十个工作日' : `${content.legalDays} 个工作日`,
            content.basis,
            isVerified ? '已核验' : '未核验',
          ]),
        },
      ],
      paragraphs: [
        `受理当天不算，法定节假日不算，调休上班的周末算。咨询电话：${ctx.settings.phone}；监督电话：${ctx.settings.supervisePhone}`,
      ],
    })
  },
}

/** A form by its name. What the asker may not read is not printed: rows come through their own door. */
export async function handlePrint(ctx: Ctx, { form: name, id }: ActionInput<typeof printForm>): Promise<PrintedForm> {
  const build = Object.hasOwn(FORMS, name) ? FORMS[name] : undefined
  return build ? build(ctx, id) : form(ctx, '没有这种单据', '', {})
}

function rungTable(rows: readonly Row<typeof supervisions>[], name: (id: string | null) => string): PrintedForm['tables'][number] {
  const states = supervisions.workflow?.states
  return {
    title: '逐级督办',
    head: ['级别', '责任人', '到达时间', '处理期限', '结果'],
    rows: rows.map((row) => [
      row.level ? RUNGS[row.level] : '',
      name(row.holderId),
      at(row.createdAt),
      at(row.actBy),
      row.action ?? states?.[row.status].title ?? '',
    ]),
  }
}

async function caseForm(ctx: Ctx, id: string, title: string, withSlip: boolean): Promise<PrintedForm> {
  const row = await ctx.rows(applications).get(id)
  const version = await contentFor(ctx, row)
  const isAccepted = withSlip
  return form(ctx, title, row.no ?? '', {
    lines: [
      ['申请事项', `${version?.content.name ?? ''}（第 ${version?.no ?? 1} 版）`],
      ['申请人', (row.title ?? '').split(' ')[0] ?? ''],
      ['收件时间', at(row.submittedAt)],
      ...(isAccepted
        ? ([
            ['受理时间', `${at(row.acceptedAt)}${row.isDeemed ? '（逾期未告知，依法视为受理）' : ''}`],
            ['承诺时限', `${row.promisedDays ?? 0} 个工作日${row.extendedDays ? `，经批准延长 ${row.extendedDays} 个工作日` : ''}`],
            ...(row.status === 'deferred'
              ? ([
                  [
                    '容缺后补',
                    deferred(row.materials ?? [])
                      .map(({ name }) => name)
                      .join('、'),
                  ],
                  ['后补截止', `${row.lapseOn ?? ''}，逾期未补视为撤回申请；补齐以前承诺时限暂停计算`],
                ] as const)
              : []),
            ['最迟办结日', `${row.promisedOn ?? ''}${row.isProvisional ? '（暂定：下一年放假通知还没有发布）' : ''}`],
          ] as const)
        : ([
            ['结果', row.status === 'rejected' ? '不予受理' : row.result === 'no' ? '不予批准' : '予以办理'],
            ['理由', row.resultText ?? ''],
            ['去处或救济途径', row.remedy ?? ''],
            ['日期', at(row.decidedAt)],
          ] as const)),
      ['咨询电话', ctx.settings.phone],
      ['监督电话', ctx.settings.supervisePhone],
    ],
    tables: isAccepted
      ? [
          {
            title: '材料',
            head: ['材料', '来源', '情况'],
            rows: (row.materials ?? []).map(({ name, source, state }) => [name, SOURCES[source], MATERIAL_STATES[state]]),
          },
        ]
      : [],
    paragraphs: isAccepted
      ? [
          '请用自己的手机扫二维码：第一部扫码的手机与本件绑定，可以查进度、办结后评价，一件评一次；窗口工作人员不能代您评价。',
          ...(row.isProvisional ? ['最迟办结日是暂定的：下一年的放假通知还没有发布。通知发布后重新计算，扫码可以看到。'] : []),
        ]
      : [],
    signatures: ['经办人', '申请人', '盖章'],
    code: withSlip ? slipCode(row.no ?? '', await secretOf(ctx, id)) : '',
  })
}

function form(ctx: Ctx, title: string, no: string, more: Partial<PrintedForm>): PrintedForm {
  return {
    title,
    subtitle: ctx.street.officialName ?? ctx.street.name,
    no,
    lines: [],
    tables: [],
    paragraphs: [],
    signatures: [],
    code: '',
    ...more,
  }
}

async function names(ctx: Ctx): Promise<(id: string | null) => string> {
  const known = new Map((await ctx.elevated().rows(accounts).list({ limit: 1000, total: 'none' })).rows.map(({ id, name }) => [id, name]))
  return (id) => (id === null ? '' : (known.get(id) ?? ''))
}
