import { run } from './child.mjs'
import { Failure, runMain } from './failure.mjs'
import { selectPackages } from './packages.mjs'

/** Measures every package that has a script `bench`, or the named ones, one after the other so that none disturbs another. */
await runMain(async () => {
  const measured = selectPackages(process.argv.slice(2)).filter(({ manifest }) => manifest.scripts?.bench)
  if (measured.length === 0) throw new Failure('None of these packages has a script bench.')
  const missed = []
  for (const { name, path } of measured) {
    console.log(`\n=== ${name}`)
    const { code, interrupted } = await run('pnpm', ['run', '--silent', 'bench'], { cwd: path })
    if (interrupted) return code
    if (code !== 0) missed.push(name)
  }
  if (missed.length > 0) throw new Failure(`A goal was missed, or the measuring failed: ${missed.join(', ')}.`)
})
