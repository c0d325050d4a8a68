import { resolve } from 'node:path'
import type { Command } from '../command.ts'
import { EXIT } from '../exit.ts'
import { Failure } from '../failure.ts'
import { streetFiles } from '../scaffold/street-files.ts'
import { writeFiles } from '../scaffold/write-files.ts'

/** Makes a new street that starts. */
export const streetNew: Command = {
  name: 'street new',
  words: ['<code>'],
  summary: { zh: '新建一个街道的配置（九位统计代码）', en: 'make a new street (9 digits of its statistical code)' },
  options: {
    name: { value: '<名称>', help: { zh: '街道名称，如 白云街道', en: 'its name' } },
    official: { value: '<全称>', help: { zh: '公文抬头用的全称，如 河南省商丘市梁园区白云街道办事处', en: 'its full official name' } },
    communities: { value: '<甲社区,乙社区>', help: { zh: '社区名称，用逗号分开', en: 'its communities, separated by commas' } },
    dir: { value: '<folder>', help: { zh: '建在哪个目录，默认 ./street-<代码>', en: 'where, ./street-<code> unless given' } },
  },
  run({ terminal, words: [code = ''], text }) {
    if (!/^\d{9}$/.test(code))
      throw new Failure(
        {
          zh: `街道代码是 9 位数字（统计用区划代码的前 9 位），现在是“${code}”。`,
          en: `A street has the 9 digits of its statistical code; this is "${code}".`,
        },
        EXIT.usage,
      )
    const name = text('name') ?? '新街道'
    const communities = (text('communities') ?? '第一社区')
      .split(/[,，、]/)
      .map((one) => one.trim())
      .filter(Boolean)
    for (const one of [name, text('official') ?? name, ...communities]) {
      if (!/^[\p{L}\p{N}（）·]{1,60}$/u.test(one))
        throw new Failure(
          {
            zh: `名称“${one}”里有不能用的字符，请只用汉字、字母和数字。`,
            en: `The name "${one}" has characters other than letters and digits.`,
          },
          EXIT.usage,
        )
    }
    const folder = text('dir') ?? `street-${code}`
    writeFiles(resolve(terminal.cwd, folder), streetFiles({ code, name, officialName: text('official') ?? `${name}办事处`, communities }))
    terminal.out(
      terminal.say({
        zh: `已新建「${name}」，在 ${folder}。接着运行：cd ${folder} && npm install && npm run build && npm start`,
        en: `The street ${code} is in ${folder}. Next: cd ${folder} && npm install && npm run build && npm start`,
      }),
    )
    return Promise.resolve(EXIT.ok)
  },
}
