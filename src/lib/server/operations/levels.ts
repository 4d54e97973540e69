/** How much is logged, from nothing to one line for each request. */
export const levels = ['silent', 'error', 'warn', 'info', 'debug'] as const;
