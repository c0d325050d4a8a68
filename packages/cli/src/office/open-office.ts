import type { Street } from '@linli/kit'
import type { Instance, LinliServer } from '@linli/server'
import type { Call } from '../command.ts'
import { instanceOf } from '../config/instance-of.ts'
import { readConfig } from '../config/read-config.ts'
import { EXIT } from '../exit.ts'
import { Failure } from '../failure.ts'
import { COMMAND_HEADER, commandAuthenticator } from './command-authenticator.ts'
import { openServer } from './open-server.ts'

/** An office that this process alone asks, without listening. */
export interface Office {
  readonly instance: Instance
  readonly server: LinliServer
  /** A street by its code. @throws Failure that names those there are */
  street(code: string): Street
  get(street: Street, path: string): Promise<OfficeAnswer>
  post(street: Street, path: string, body: unknown): Promise<OfficeAnswer>
  upload(street: Street, path: string, file: { readonly name: string; readonly content: Buffer }): Promise<OfficeAnswer>
  close(): Promise<void>
}

export interface OfficeAnswer {
  readonly status: number
  readonly bytes: Buffer
  json<T>(): T
}

/** Opens the office of the configuration for a command. */
export async function openOffice(call: Call, over: Partial<Instance> = {}): Promise<Office> {
  const read = await readConfig(call.terminal.cwd, call.text('config'))
  // Demo accounts need the office's own way of signing in, so their data are not written here.
  const { demo, ...said } = instanceOf(read, call)
  const store = { allowTestArea: demo !== undefined, ...said.store }
  const instance: Instance = { ...said, store, logger: false, authenticator: () => commandAuthenticator, ...over }
  const server = await openServer(instance, read.load)
  const ask = async (street: Street, request: object): Promise<OfficeAnswer> => {
    const given = request as { readonly headers?: Readonly<Record<string, string>> }
    const response = await server.app.inject({
      ...request,
      headers: { 'sec-fetch-site': 'same-origin', [COMMAND_HEADER]: street.code, ...given.headers },
    })
    if (response.statusCode >= 400) throw refusalOf(response.json() as unknown)
    return { status: response.statusCode, bytes: response.rawPayload, json: <T>() => response.json() as T }
  }
  return {
    instance,
    server,
    street: (code) => {
      const found = instance.streets.find((street) => street.code === code)
      if (found) return found
      const known = instance.streets.map((street) => `${street.code} ${street.name}`).join('、')
      throw new Failure(
        { zh: `没有街道 ${code}。配置里有：${known}。`, en: `There is no street ${code}. Configured: ${known}.` },
        EXIT.usage,
      )
    },
    get: (street, url) => ask(street, { method: 'GET', url }),
    post: (street, url, body) => ask(street, { method: 'POST', url, payload: body }),
    upload: (street, url, { name, content }) => {
      const boundary = '----linli-command-file'
      const head = `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="${name.replaceAll('"', '')}"\r\ncontent-type: application/octet-stream\r\n\r\n`
      const payload = Buffer.concat([Buffer.from(head), content, Buffer.from(`\r\n--${boundary}--\r\n`)])
      return ask(street, { method: 'POST', url, payload, headers: { 'content-type': `multipart/form-data; boundary=${boundary}` } })
    },
    close: () => server.close(),
  }
}

function refusalOf(problem: unknown): Failure {
  const { errors = [] } = problem as { readonly errors?: readonly { readonly zh: string; readonly en: string }[] }
  return new Failure({ zh: `${errors.map(({ zh }) => zh).join('；')}。`, en: `${errors.map(({ en }) => en).join('; ')}.` })
}
