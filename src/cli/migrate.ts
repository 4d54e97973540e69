import { createContext } from '../lib/server/context.ts';
import { readSettings } from '../lib/server/settings.ts';

/** Brings the tables up to date, for where the role that serves may not: `npm run migrate`. */
const context = await createContext(readSettings(process.env));
await context.close();
console.log('The tables are up to date.');
