import { createContext } from '../lib/server/context.ts';
import { readSettings } from '../lib/server/settings.ts';
import { createDemo } from './demo/create-demo.ts';

/** `npm run demo`: a made-up organization with two finished rounds, to look around in. */
const settings = readSettings(process.env);
const context = await createContext(settings);
const demo = await createDemo(context).finally(() => context.close());

const { ORIGIN, HOST = '127.0.0.1', PORT = '3000' } = process.env;
const origin = ORIGIN ?? `http://${HOST}:${PORT}`;
console.log(`${demo.organization} is there: twelve teams, two rounds, four lenses.

Round 1   results     ${origin}/results/${demo.rounds[0].results}
          organizer   ${origin}/rounds/${demo.rounds[0].organizer}
Round 2   results     ${origin}/results/${demo.rounds[1].results}
          organizer   ${origin}/rounds/${demo.rounds[1].organizer}

Start the app with npm start, and open them. These people are made up.`);
