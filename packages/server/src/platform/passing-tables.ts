/**
 * Tables whose rows only pass through: spreadsheets on their way in, which are raw personal data, and sessions. A backup leaves them out;
 * after a restore everybody signs in again, and an import that was not confirmed is uploaded again.
 */
export const PASSING_TABLES: readonly string[] = ['platform_imports', 'platform_import_rows', 'auth_sessions', 'auth_verifications']
