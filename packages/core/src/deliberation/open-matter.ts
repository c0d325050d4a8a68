import { type Matter } from './matter.ts'
import { type DeliberationTemplate } from './template.ts'

/** What is known when a matter comes in; the rest starts empty. */
export type NewMatter = Pick<Matter, 'id' | 'topic' | 'proposal'> &
  Partial<Pick<Matter, 'lane' | 'leadPartyOrg' | 'reservedForResidents' | 'ownersItem' | 'needsMoney' | 'stakeholders'>>

/**
 * A matter at the start of a template.
 *
 * @example
 * openMatter(FOUR_DELIBERATIONS, { id: '1', topic: '停车', proposal: { versions: [], proposers: ['a'], supporters: [] } }).state // 'collected'
 */
export function openMatter(template: DeliberationTemplate, matter: NewMatter): Matter {
  return {
    lane: 'ordinary',
    reservedForResidents: false,
    needsMoney: false,
    stakeholders: [],
    ...matter,
    template: template.code,
    templateVersion: template.version,
    state: template.initial,
    decisions: {},
    objections: [],
    feedback: [],
    failedContacts: 0,
    links: [],
    history: [],
  }
}
