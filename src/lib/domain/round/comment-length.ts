/** The most characters of a comment; longer ones are cut where they are typed. */
export const COMMENT_LENGTH = 1_000;
