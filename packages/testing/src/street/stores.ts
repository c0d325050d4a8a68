/** The server of `LINLI_TEST_PG`, if the environment names one. */
export const testPostgres: string | undefined = process.env.LINLI_TEST_PG || undefined

/** Where a database of a test lies. */
export type TestStore = 'embedded' | 'postgres'

const chosen = process.env.LINLI_TEST_STORE

/** Whether a test street lies on the server unless a test says otherwise: `LINLI_TEST_STORE` is `postgres` or `both`. */
export const isOnServer: boolean = chosen === 'postgres' || chosen === 'both'

/**
 * The databases on which what must hold on every one of them is tested: the embedded one, and the server where `LINLI_TEST_PG` names one;
 * the server alone with `LINLI_TEST_STORE=postgres`, which takes half the time.
 */
export const testStores: readonly TestStore[] =
  testPostgres === undefined ? ['embedded'] : chosen === 'postgres' ? ['postgres'] : ['embedded', 'postgres']
