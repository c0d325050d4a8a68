import { defineEvent } from '@linli/kit'
import * as z from 'zod'

const redemption = z.object({ redemptionId: z.string(), offerId: z.string(), merchantId: z.string() })
const merchant = z.object({ merchantId: z.string() })

/** An offer was used and confirmed. */
export const redemptionConfirmed = defineEvent({ name: 'merchants.redemption.confirmed', title: '优惠已核销', data: redemption })

/** A use was taken back. */
export const redemptionReversed = defineEvent({ name: 'merchants.redemption.reversed', title: '核销已撤销', data: redemption })

/** A merchant became active. */
export const merchantJoined = defineEvent({ name: 'merchants.merchant.joined', title: '商户加入联盟', data: merchant })

/** A merchant left. */
export const merchantLeft = defineEvent({ name: 'merchants.merchant.left', title: '商户退出联盟', data: merchant })
