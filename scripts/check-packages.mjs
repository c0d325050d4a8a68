import { mkdtempSync, rmSync } from 'node:fs'
import { availableParallelism, tmpdir } from 'node:os'
import { join } from 'node:path'
import { readFile } from 'node:fs/promises'
import { publint } from 'publint'
import { formatMessage } from 'publint/utils'
import { runQuietly } from './child.mjs'
import { runMain } from './failure.mjs'
import { at } from './root.mjs'
import { packInto, unbuiltPackages } from './tarballs.mjs'

const attw = at('node_modules', '@arethetypeswrong', 'cli', 'dist', 'index.js')

/** What publint says about a tarball. */
async function lintTarball({ tarball }) {
  const bytes = await readFile(tarball)
  const tarballBuffer = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength)
  const { messages, pkg } = await publint({ pack: { tarball: tarballBuffer }, level: 'warning', strict: true })
  return messages.map((message) => formatMessage(message, pkg, { color: false }))
}

/** Whether the types of every entry resolve for a consumer who uses ECMAScript modules. */
async function resolveTypes({ tarball }) {
  const args = [attw, tarball, '--profile', 'esm-only', '--no-color', '--no-emoji', '--format', 'table-flipped']
  const { code, output } = await runQuietly(process.execPath, args)
  return code === 0 ? [] : [output.trim()]
}

async function findings(packed) {
  return { name: packed.name, messages: [...(await lintTarball(packed)), ...(await resolveTypes(packed))] }
}

/** Runs a task for each item, as many at a time as there are processors. */
async function inParallel(items, task) {
  const results = []
  const rest = items.entries()
  const worker = async () => {
    for (const [index, item] of rest) results[index] = await task(item)
  }
  await Promise.all(Array.from({ length: availableParallelism() }, worker))
  return results
}

await runMain(async () => {
  const folder = mkdtempSync(join(tmpdir(), 'linli-packages-'))
  try {
    const results = await inParallel(await packInto(folder), findings)
    const faulty = results.filter(({ messages }) => messages.length > 0)
    for (const { name, messages } of faulty) console.log(`${name}\n${messages.join('\n')}\n`)
    const unbuilt = unbuiltPackages()
    if (unbuilt.length > 0) console.log(`Not built, so not checked: ${unbuilt.join(', ')}`)
    console.log(`${results.length} packages packed, ${faulty.length} with findings.`)
    return faulty.length + unbuilt.length > 0 ? 1 : 0
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
})
