import { noticeText } from '@linli/core/calendar'
import { calendarYears, platform } from '@linli/kit/platform'
import type { FastifyPluginAsync } from 'fastify'
import { admit, operation } from '../../../http/index.ts'

const YEAR = {
  type: 'object',
  properties: {
    year: { type: 'integer' },
    days: { type: 'string' },
    source: { type: 'string' },
    complete: { type: 'boolean' },
    crossChecked: { type: 'boolean' },
    given: { type: 'boolean', description: '系统自带的，不能改 / came with the program' },
  },
}

/** The years by whose holidays working days are counted here, newest first. */
const routes: FastifyPluginAsync = async (app) => {
  const { store } = app.linli
  app.get('', {
    schema: operation({
      id: 'platform.calendar',
      summary: '放假安排',
      tag: platform.title,
      answer: { type: 'object', required: ['years'], properties: { years: { type: 'array', items: YEAR } } },
    }),
    handler: async (request) => {
      const as = await admit(app.linli, request, platform, `${calendarYears.name}.read`)
      const { notices } = await store.calendars.of(as.street.code)
      const years = notices.map(({ year, source, complete, crossChecked, ...days }) => ({
        year,
        days: noticeText(days),
        source,
        complete,
        crossChecked,
        given: store.calendars.given.isKnown(year),
      }))
      return { years: years.toReversed() }
    },
  })
}
export default routes
