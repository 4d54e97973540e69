/** The most characters of a comment; longer ones are cut where they are typed. */
export const COMMENT_LENGTH = 1_000;

/** What a comment is about, where it is not about one dimension. */
export const ON_THE_WHOLE = 'whole';
