/**
 * Of the analysis as data. Rises when a reader would have to change: a field gone, renamed or with another meaning.
 * By itself in a file, so that making an analysis need not load its schema.
 */
export const ANALYSIS_VERSION = 1;
