import type { Command } from './command.ts'
import type { Said } from './said.ts'

type Say = (said: Said) => string

/** The overview of all commands. */
export function overview(commands: readonly Command[], say: Say): string {
  const calls = commands.map((command) => [callOf(command), say(command.summary)] as const)
  return [
    say({ zh: '邻里：街道和社区的业务系统', en: 'Linli: the system of a street office and its communities' }),
    '',
    say({ zh: '用法：', en: 'Usage:' }),
    ...columns(calls.map(([call, summary]) => [`  linli ${call}`, summary])),
    '',
    say({ zh: '每个命令加 --help 可看它的选项。英文提示：LANG=en linli …', en: 'Every command tells its options with --help.' }),
    say({
      zh: '退出码：0 完成；1 有问题或被拒绝；2 命令写错；3 配置有误；4 数据库或数据目录不能用。',
      en: 'Exit codes: 0 done; 1 refused or found wrong; 2 called wrongly; 3 configuration; 4 database or data folder.',
    }),
  ].join('\n')
}

/** The help of one command. */
export function helpOf(command: Command, say: Say): string {
  const options = Object.entries(command.options).map(([name, { value, help }]) => [`  --${name}${value ? ` ${value}` : ''}`, say(help)])
  return [
    say(command.summary),
    '',
    `${say({ zh: '用法：', en: 'Usage: ' })}linli ${callOf(command)}${options.length > 0 ? say({ zh: ' [选项]', en: ' [options]' }) : ''}`,
    ...(options.length > 0 ? ['', ...columns(options as [string, string][])] : []),
  ].join('\n')
}

/** A command as it is typed. */
export function callOf({ name, words }: Command): string {
  return [name, ...words].join(' ')
}

function columns(lines: readonly (readonly [string, string])[]): string[] {
  const width = Math.max(...lines.map(([left]) => left.length)) + 2
  return lines.map(([left, right]) => `${left.padEnd(width)}${right}`)
}
