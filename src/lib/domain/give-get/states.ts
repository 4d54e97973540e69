import type { Entry, GiveAndGet } from './give-get.ts';

/** What was asked for and is given, asked for and not given, given and not asked for. */
export type State = 'met' | 'unmet' | 'unasked';
export const STATES: readonly State[] = ['met', 'unmet', 'unasked'];

/** One thing that goes, or should go, from one party to another: a get, a give, or both when they are the same. */
export interface Line {
	/** That of the get, or of the give when there is none. */
	id: string;
	state: State;
	from: string;
	to: string;
	get: Entry | null;
	give: Entry | null;
}

/** How many there are. Gets are `met + unmet`, gives `met + unasked`. */
export type Totals = Record<State, number>;

/** Everything by state: met, then unmet, then unasked; within each in the order in which it was written. */
export function linesOf({ entries, same }: GiveAndGet): Line[] {
	const gives = new Map(same.map(({ get, give }) => [get, give]));
	const met = new Set(gives.values());
	const byId = new Map(entries.map((entry) => [entry.id, entry]));
	const lines = entries.flatMap((entry): Line[] => {
		const { id, side, from, to } = entry;
		if (side === 'give') {
			return met.has(id) ? [] : [{ id, state: 'unasked', from, to, get: null, give: entry }];
		}
		const give = byId.get(gives.get(id) ?? '') ?? null;
		return [{ id, state: give ? 'met' : 'unmet', from, to, get: entry, give }];
	});
	return STATES.flatMap((state) => lines.filter((line) => line.state === state));
}

export function totalsOf(lines: readonly Pick<Line, 'state'>[]): Totals {
	const count = (state: State) => lines.filter((line) => line.state === state).length;
	return { met: count('met'), unmet: count('unmet'), unasked: count('unasked') };
}

/** Without parties whom nothing goes to or comes from; customers stay. */
export function withoutIdle(whole: GiveAndGet): GiveAndGet {
	const isBusy = (id: string) => whole.entries.some(({ from, to }) => from === id || to === id);
	return {
		...whole,
		parties: whole.parties.filter(({ id, kind }) => kind === 'customer' || isBusy(id))
	};
}

/** What goes from the party of a row to the party of a column; `null` on the diagonal. */
export type MatrixCell = Totals | null;

/** Who gives what to whom, rows and columns in the order of the parties. */
export function matrixOf(whole: GiveAndGet): MatrixCell[][] {
	const lines = linesOf(whole);
	return whole.parties.map(({ id: from }) =>
		whole.parties.map(({ id: to }) =>
			from === to ? null : totalsOf(lines.filter((line) => line.from === from && line.to === to))
		)
	);
}
