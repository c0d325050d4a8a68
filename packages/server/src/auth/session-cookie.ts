/** The cookie that carries a session. */
export const SESSION_COOKIE = 'linli_session'

/** How long a session lasts without a request. */
export const SESSION_SECONDS = 12 * 3600
