import { parseArgs } from 'node:util'
import { DefinitionError } from '@linli/kit'
import { StoreError } from '@linli/store'
import { type Command, parseOptionsOf } from './command.ts'
import { COMMANDS } from './commands/index.ts'
import { EXIT, type ExitCode } from './exit.ts'
import { Failure } from './failure.ts'
import { callOf, helpOf, overview } from './help.ts'
import { processTerminal, type Terminal } from './terminal.ts'

/**
 * Runs the command line. Never throws: what goes wrong is told in a sentence, and in the exit code.
 *
 * @example
 * process.exitCode = await main(['doctor'])
 */
export async function main(args: readonly string[], terminal: Terminal = processTerminal()): Promise<ExitCode> {
  try {
    return await dispatch(args, terminal)
  } catch (error) {
    return told(error, terminal)
  }
}

async function dispatch(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const { say } = terminal
  const [first = ''] = args
  if (first === '' || first === '--help' || first === '-h' || first === 'help') {
    terminal.out(overview(COMMANDS, say))
    return EXIT.ok
  }
  const command = commandOf(args)
  const { values, positionals } = parsed(command, args.slice(command.name.split(' ').length))
  if (values.help) {
    terminal.out(helpOf(command, say))
    return EXIT.ok
  }
  if (positionals.length !== command.words.length) throw wrongWords(command)
  return command.run({
    terminal,
    words: positionals,
    text: (name) => (typeof values[name] === 'string' ? values[name] : undefined),
    has: (name) => values[name] === true,
  })
}

function commandOf(args: readonly string[]): Command {
  const found = COMMANDS.find(({ name }) => name.split(' ').every((word, index) => args[index] === word))
  if (found) return found
  const asked = args.slice(0, 2).join(' ')
  throw new Failure(
    { zh: `没有命令“${asked}”。运行 linli help 看有哪些。`, en: `There is no command "${asked}". See: linli help` },
    EXIT.usage,
  )
}

function parsed(
  command: Command,
  args: readonly string[],
): { readonly values: Readonly<Record<string, unknown>>; readonly positionals: string[] } {
  try {
    return parseArgs({ args: [...args], options: parseOptionsOf(command), allowPositionals: true, strict: true })
  } catch (error) {
    const message = error instanceof Error ? error.message : ''
    const option = /'(-[^' ]*)/.exec(message)?.[1] ?? ''
    const call = `linli ${command.name} --help`
    throw new Failure(
      {
        zh: `选项 ${option} 不对：没有这个选项，或少了它的值。运行 ${call} 看有哪些。`,
        en: `The option ${option} is wrong: it does not exist, or its value is missing. See: ${call}`,
      },
      EXIT.usage,
    )
  }
}

function wrongWords(command: Command): Failure {
  const call = `linli ${callOf(command)}`
  return new Failure({ zh: `要这样写：${call}`, en: `Write it like this: ${call}` }, EXIT.usage)
}

function told(error: unknown, terminal: Terminal): ExitCode {
  const { err, say, env } = terminal
  if (env.LINLI_DEBUG) err(error instanceof Error ? (error.stack ?? error.message) : String(error))
  if (error instanceof Failure) {
    err(say(error.said))
    return error.exit
  }
  if (error instanceof StoreError) {
    err(say(error))
    return EXIT.store
  }
  const message = error instanceof Error ? error.message : String(error)
  if (error instanceof DefinitionError) {
    err(say({ zh: `配置或模块的定义有误：${message}`, en: `The configuration or a module is wrong: ${message}` }))
    return EXIT.config
  }
  err(
    say({
      zh: `没有做成：${message}。要看详情，加 LINLI_DEBUG=1 再运行一次。`,
      en: `It did not work: ${message}. Run it again with LINLI_DEBUG=1 for the details.`,
    }),
  )
  return EXIT.found
}
