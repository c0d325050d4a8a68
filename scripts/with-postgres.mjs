import { run } from './child.mjs'
import { Failure, runMain } from './failure.mjs'
import { startPostgres } from './postgres.mjs'

/** Runs a command with LINLI_TEST_PG set to the URL of a throwaway PostgreSQL, which is gone afterwards. */
await runMain(async () => {
  const [command, ...args] = process.argv.slice(2)
  if (!command) throw new Failure('Usage: node scripts/with-postgres.mjs <command> …')
  const postgres = await startPostgres()
  if (!postgres) throw new Failure('There is no PostgreSQL server on this machine: install PostgreSQL (15 or later).')
  try {
    return (await run(command, args, { env: { ...process.env, LINLI_TEST_PG: postgres.url } })).code
  } finally {
    await postgres.stop()
  }
})
