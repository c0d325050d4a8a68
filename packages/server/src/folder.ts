import { join } from 'node:path'

/** A folder of this package that is looked up at run time. Built, this file becomes part of one that lies as high as it does here. */
export function folder(name: string): string {
  return join(import.meta.dirname, name)
}
