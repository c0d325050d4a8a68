import { systemAccess } from '@linli/core/access'
import { type Command, OFFICE_OPTIONS } from '../command.ts'
import { EXIT } from '../exit.ts'
import { openOffice } from '../office/open-office.ts'

/** Gives the events that modules could not take another try, and says what is still left. */
export const retry: Command = {
  name: 'retry',
  words: ['<street>'],
  summary: { zh: '重试没有处理成功的事件', en: 'try again the events that modules could not take' },
  options: OFFICE_OPTIONS,
  async run(call) {
    const { terminal } = call
    const office = await openOffice(call, { work: false })
    try {
      const street = office.street(call.words[0] ?? '')
      const { outbox } = office.server.store
      const letters = await outbox.deadLetters(street.code)
      if (letters.length === 0) {
        terminal.out(terminal.say({ zh: '没有需要重试的事件。', en: 'There is nothing to try again.' }))
        return EXIT.ok
      }
      const actor = { kind: 'system', id: 'system', name: '系统', streetId: street.code, access: systemAccess(street.code) } as const
      await office.server.store.run({ actor, street, pluginId: 'platform', from: 'linli retry' }, async (ctx) => {
        for (const letter of letters) await outbox.retry(ctx, letter)
      })
      await outbox.drain()
      const tried = new Set(letters.map(({ eventId, consumer }) => `${eventId} ${consumer}`))
      const open = await outbox.pending(street.code)
      const left = open.filter(({ eventId, consumer }) => tried.has(`${eventId} ${consumer}`))
      const done = letters.length - left.length
      terminal.out(
        terminal.say({
          zh: `重试了 ${letters.length} 个事件，${done} 个已处理。`,
          en: `${letters.length} events tried again, ${done} taken.`,
        }),
      )
      for (const { event, consumer, error } of left)
        terminal.out(
          terminal.say({ zh: `仍未处理：${event}（${consumer}）：${error}`, en: `Not taken: ${event} by ${consumer}: ${error}` }),
        )
      return left.length === 0 ? EXIT.ok : EXIT.found
    } finally {
      await office.close()
    }
  },
}
