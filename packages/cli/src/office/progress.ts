import type { Terminal } from '../terminal.ts'

const EVERY = 50_000

/** Tells now and then how many rows and files were copied. */
export function progressOf(terminal: Terminal): (done: { readonly rows: number; readonly files: number }) => void {
  let told = 0
  return ({ rows, files }) => {
    if (rows + files - told < EVERY) return
    told = rows + files
    terminal.err(terminal.say({ zh: `已处理 ${rows} 行、${files} 个文件…`, en: `${rows} rows, ${files} files so far …` }))
  }
}
