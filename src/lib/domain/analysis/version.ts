/**
 * Of the analysis as data. Rises when a reader would have to change: a field gone, renamed or with another meaning.
 * By itself in a file, so that making an analysis need not load its schema.
 *
 * 2: `change` and `mirror` have come. 3: a change counts people who are linked by codes.
 */
export const ANALYSIS_VERSION = 3;
