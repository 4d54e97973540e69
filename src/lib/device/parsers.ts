import { config } from 'zod';

/*
What reads files and links in the browser, loaded when there is one to read. Our security policy forbids
compiling code from strings, and the parser's attempt alone would be reported.
*/
config({ jitless: true });

export { readSheetFile } from '../domain/read-sheet-file.ts';
export { readSheetLink } from '../domain/read-sheet-link.ts';
