/** The browser's database of sheets that are answered by link. */
export const ROUNDS_DATABASE = 'holoscope-rounds';
