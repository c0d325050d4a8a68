import { type ImportHandler, type ImportOutcome, RefusedError } from '@linli/store'
import type { Refusal } from '@linli/core/refusal'
import { reason } from '../../reasons.ts'
import { hotlineOrders } from '../../resources/index.ts'
import { levelOf, topicOf } from '../../rules/hotline-words.ts'
import type { Ctx } from '../context.ts'

interface Order {
  readonly no: string
  readonly topic: ReturnType<typeof topicOf>
  readonly level: NonNullable<ReturnType<typeof levelOf>>
  readonly place: string
  readonly content: string
  readonly callerName: string | null
  readonly callerPhone: string | null
  readonly communityId: string
}

/** Orders by their numbers: a line that came before is left as it is, whatever became of the order since. */
export const hotlineImportHandler: ImportHandler<Ctx> = {
  check: (ctx, line) => {
    const read = orderOf(ctx, line)
    return 'order' in read ? [] : read.faults
  },
  apply: async (ctx, line): Promise<ImportOutcome> => {
    const read = orderOf(ctx, line)
    if (!('order' in read)) throw new RefusedError(read.faults)
    if (await ctx.elevated().rows(hotlineOrders).first({ no: read.order.no })) return { outcome: 'unchanged' }
    await ctx.rows(hotlineOrders).create(read.order, { reason: '导入 12345 工单' })
    return { outcome: 'created' }
  },
}

type Line = Readonly<Record<string, unknown>>

function orderOf(ctx: Ctx, line: Line): { readonly order: Order } | { readonly faults: readonly Refusal[] } {
  const said = (name: string): string => (typeof line[name] === 'string' ? line[name].trim() : '')
  const level = levelOf(said('level'))
  const communityId = communityOf(ctx, said('community'))
  const faults = [
    ...(level === undefined ? [reason('hotline.level_unknown', { text: said('level') }, 'level')] : []),
    ...(communityId === undefined ? [reason('hotline.community_unknown', { text: said('community') }, 'community')] : []),
  ]
  if (level === undefined || communityId === undefined) return { faults }
  return {
    order: {
      no: said('no'),
      topic: topicOf(`${said('topic')} ${said('content')}`),
      level,
      place: said('place'),
      content: said('content'),
      callerName: said('callerName') || null,
      callerPhone: said('callerPhone') || null,
      communityId,
    },
  }
}

/** A community by its name, its code or within another word (白云街道前程社区); without one, the only one that the importer has. */
function communityOf(ctx: Ctx, words: string): string | undefined {
  const { communities } = ctx.street
  if (words !== '') return communities.find(({ code, name }) => code === words || words.includes(name.replace(/社区$/, '')))?.code
  const scope = ctx.actor.access.scope('counter.hotline-orders.create')
  return scope.kind === 'places' && scope.communities.length === 1 ? scope.communities[0] : undefined
}
