import fastify from 'fastify'
import { Kysely, PostgresDialect, sql } from 'kysely'
import pg from 'pg'
import * as z from 'zod'
import { LARGE, STREET } from './people.ts'

interface PeopleTable {
  street_id: string
  id: string
  community_id: string
  version: number
  created_at: string
  created_by: string
  updated_at: string
  updated_by: string
  name: string
  name_pinyin: string
  sex: string
  birth_date: string
  phone_mask: string | null
  address: string | null
  note: string | null
  search: string
}

const COLUMNS = [
  'id',
  'version',
  'community_id',
  'created_at',
  'created_by',
  'updated_at',
  'updated_by',
  'name',
  'sex',
  'birth_date',
  'phone_mask',
  'address',
  'note',
] as const
const query = z.object({
  sex: z.enum(['male', 'female']),
  total: z.enum(['exact', 'none']),
  offset: z.coerce.number().int().min(0).max(10_000),
})
const person = z.object({
  name: z.string().trim().min(1).max(60),
  sex: z.enum(['male', 'female']),
  birthDate: z.iso.date(),
  address: z.string().max(200).optional(),
})

/** The route as one would write it by hand: Fastify, Kysely, zod and nothing else. */
export async function plainServer(databaseUrl: string): Promise<string> {
  const db = new Kysely<{ bench_people: PeopleTable }>({
    dialect: new PostgresDialect({ pool: new pg.Pool({ connectionString: databaseUrl, max: 10 }) }),
  })
  const app = fastify()
  app.get('/people', async (request, reply) => {
    const { sex, total, offset } = query.parse(request.query)
    const wanted = db.selectFrom('bench_people').where('street_id', '=', STREET).where('community_id', '=', LARGE).where('sex', '=', sex)
    const [rows, count] = await Promise.all([
      wanted.select(COLUMNS).orderBy('name_pinyin').orderBy('id').limit(25).offset(offset).execute(),
      total === 'exact' ? wanted.select(sql<string>`count(*)`.as('n')).executeTakeFirstOrThrow() : null,
    ])
    if (count) void reply.header('content-range', `people ${offset}-${offset + 24}/${count.n}`)
    return rows
  })
  app.get<{ Params: { id: string } }>('/people/:id', async (request) =>
    db
      .selectFrom('bench_people')
      .select(COLUMNS)
      .where('street_id', '=', STREET)
      .where('id', '=', request.params.id)
      .executeTakeFirstOrThrow(),
  )
  app.post('/people', async (request, reply) => {
    const given = person.parse(request.body)
    const now = new Date().toISOString()
    const row = {
      street_id: STREET,
      id: crypto.randomUUID(),
      community_id: LARGE,
      version: 1,
      created_at: now,
      created_by: 'bench',
      updated_at: now,
      updated_by: 'bench',
      search: given.name,
    }
    const made = await db
      .insertInto('bench_people')
      .values({
        ...row,
        name: given.name,
        name_pinyin: given.name,
        sex: given.sex,
        birth_date: given.birthDate,
        address: given.address ?? null,
        phone_mask: null,
        note: null,
      })
      .returning(COLUMNS)
      .executeTakeFirstOrThrow()
    return reply.code(201).send(made)
  })
  return app.listen({ port: 0, host: '127.0.0.1' })
}
