import { createContext, type Context } from '$lib/server/context';
import { readSettings } from '$lib/server/settings';
import { daysAhead } from './days';
import { openedRound, planned } from './rounds';

/** The data of the server under test, to prepare a round or to look at what was kept. */
export function openServerData(): Promise<Context> {
	return createContext(readSettings(process.env));
}

/** An open round whose days lie ahead, whenever the test runs. */
export function roundOfToday(context: Context, changes: Parameters<typeof planned>[0] = {}) {
	const { contract } = planned();
	return openedRound(context, {
		closesOn: daysAhead(20),
		contract: { ...contract, keptUntil: daysAhead(200) },
		...changes
	});
}
