/** Characters that structure a table of values, as bytes. */
export const TAB = 9;
export const LINE_FEED = 10;
export const CARRIAGE_RETURN = 13;
export const QUOTE = 34;
export const COMMA = 44;
export const SEMICOLON = 59;
