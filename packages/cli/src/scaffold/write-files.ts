import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { EXIT } from '../exit.ts'
import { Failure } from '../failure.ts'

/** Path within the new folder → text. */
export type Files = Readonly<Record<string, string>>

/** Writes a new folder. Never over something that exists. */
export function writeFiles(folder: string, files: Files): void {
  if (existsSync(folder) && readdirSync(folder).length > 0)
    throw new Failure(
      {
        zh: `目录 ${folder} 里已有文件。请换一个，用 --dir 指明。`,
        en: `The folder ${folder} is not empty. Choose another one with --dir.`,
      },
      EXIT.usage,
    )
  for (const [path, text] of Object.entries(files)) {
    const file = join(folder, path)
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, text)
  }
}
