import { run } from './child.mjs'
import { Failure, runMain } from './failure.mjs'
import { measuredPackages } from './packages.mjs'

/**
 * Measures everything that has a script `bench`, or the named packages, one after the other so that none disturbs another. What begins with a dash is
 * handed on: `pnpm bench server --large`.
 */
await runMain(async () => {
  const given = process.argv.slice(2).filter((word) => word !== '--')
  const flags = given.filter((word) => word.startsWith('-'))
  const measured = measuredPackages(given.filter((word) => !word.startsWith('-')))
  if (measured.length === 0) throw new Failure('None of these packages has a script bench.')
  const missed = []
  for (const { name, path } of measured) {
    console.log(`\n=== ${name}`)
    const { code, interrupted } = await run('pnpm', ['run', '--silent', 'bench', ...flags], { cwd: path })
    if (interrupted) return code
    if (code !== 0) missed.push(name)
  }
  if (missed.length > 0) throw new Failure(`A goal was missed, or the measuring failed: ${missed.join(', ')}.`)
})
