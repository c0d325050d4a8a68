import { createHash } from 'node:crypto'
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { RefusedError, type LinliStore } from '../src/index.ts'
import { legs, type Ground } from './legs.ts'
import { as, benches, everywhere, north, south } from './parks.ts'

const PNG = Buffer.concat([
  Buffer.from('89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c489', 'hex'),
  Buffer.from('0000000d49444154789c6360000002000001e221bc330000000049454e44ae426082', 'hex'),
])
const hashOf = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex')

describe.each(legs)('files on $name', (leg) => {
  let ground: Ground
  let store: LinliStore
  beforeAll(async () => {
    ground = await leg.ground()
    store = await ground.open()
  })
  afterAll(() => ground.destroy())

  const put = (bytes: Buffer, options: object = {}): ReturnType<LinliStore['files']['put']> =>
    store.files.put(as(north), Readable.from([bytes.subarray(0, 10), bytes.subarray(10)]), { name: 'a.png', ...options })
  const refusal = async (work: Promise<unknown>): Promise<[string | undefined, number]> => {
    try {
      await work
    } catch (error) {
      if (error instanceof RefusedError) return [error.refusals[0]?.code, error.status]
      throw error
    }
    throw new Error('Nothing was refused.')
  }
  const incoming = (): string[] => readdirSync(join(ground.options.dataDir, 'files', 'incoming'))

  test('a file is kept once under its hash, with the type that it is', async () => {
    const info = await put(PNG, { name: '../../etc/passwd\u0007.pdf' })
    expect(info).toEqual({ id: hashOf(PNG), name: 'passwd.pdf', mediaType: 'image/png', size: PNG.length, createdBy: north.id })
    expect((await put(PNG)).id).toBe(info.id)
    const chunks: Buffer[] = []
    for await (const chunk of await store.files.open(info.id)) chunks.push(chunk as Buffer)
    expect(Buffer.concat(chunks)).toEqual(PNG)
    expect(incoming()).toEqual([])
  })

  test('what it pretends to be does not count', async () => {
    expect(await refusal(put(Buffer.from('<html><script>alert(1)</script>'), { name: 'a.png' }))).toEqual(['file.type', 415])
    expect(await refusal(put(Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'), { name: 'a.svg' }))).toEqual(['file.type', 415])
    expect(await refusal(put(Buffer.from('MZ\0\0'), { name: 'a.txt' }))).toEqual(['file.type', 415])
    expect(await refusal(put(PNG, { accept: ['application/pdf'] }))).toEqual(['file.type', 415])
    expect((await put(Buffer.from('姓名,电话\n'), { name: '名单.csv' })).mediaType).toBe('text/csv')
    expect(await refusal(put(Buffer.alloc(0)))).toEqual(['file.empty', 400])
    expect(incoming()).toEqual([])
  })

  test('what is too large is refused while it arrives', async () => {
    let sent = 0
    async function* endless(): AsyncGenerator<Buffer> {
      for (;;) {
        sent += 1
        yield Buffer.concat([PNG, Buffer.alloc(64 * 1024)])
      }
    }
    expect(await refusal(store.files.put(as(north), endless(), { name: 'a.png', max: 1024 * 1024 }))).toEqual(['file.too_large', 413])
    expect(sent).toBeLessThan(20)
    expect(incoming()).toEqual([])
  })

  test('no id leads out of the folder', async () => {
    for (const id of ['../../../etc/passwd', '..', 'a'.repeat(63), `${'a'.repeat(63)}/`, 'A'.repeat(64)]) {
      await expect(store.files.open(id)).rejects.toThrow()
      expect(await store.read(as(north), (ctx) => store.files.find(ctx, id))).toBeUndefined()
    }
    expect(existsSync(join(ground.options.dataDir, 'files', '..', 'etc'))).toBe(false)
  })

  test('a file is seen by who put it there and by who reads a row that has it', async () => {
    const { id } = await put(PNG)
    const seen = async (actor: typeof north): Promise<boolean> =>
      (await store.read(as(actor), (ctx) => store.files.find(ctx, id))) !== undefined
    expect([await seen(north), await seen(south), await seen(everywhere)]).toEqual([true, false, false])
    await store.run(as(north), (ctx) => ctx.rows(benches).create({ place: '门', photo: id }))
    expect([await seen(north), await seen(south), await seen(everywhere)]).toEqual([true, false, true])
  })

  test('a field takes files that exist and fit', async () => {
    const { id: csv } = await put(Buffer.from('a,b\n'), { name: 'a.csv' })
    expect(await refusal(store.run(as(north), (ctx) => ctx.rows(benches).create({ place: 'x', photo: csv })))).toEqual(['file.type', 422])
    expect(await refusal(store.run(as(north), (ctx) => ctx.rows(benches).create({ place: 'x', photo: 'f'.repeat(64) })))).toEqual([
      'file.missing',
      422,
    ])
  })
})
