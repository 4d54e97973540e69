/** Enough for twenty thousand people whose answers are written out as words. */
export const FILE_LIMIT_MB = 8;
export const FILE_LIMIT = FILE_LIMIT_MB * 1_000_000;
