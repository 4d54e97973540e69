import type { Workshop } from '$lib/domain/workshop/workshop';
import * as promises from '$lib/server/repositories/promises';
import type { KeptPromise } from '$lib/server/repositories/promises';
import * as workshops from '$lib/server/repositories/workshops';
import { newlyHeld } from '$lib/server/repositories/workshops';
import { closeRound } from '$lib/server/use-cases/close-round';
import { showResults } from '$lib/server/use-cases/show-results';
import { expect, test } from 'vitest';
import { onEveryDatabase } from '../../../support/on-every-database';
import { openedRound } from '../../../support/rounds';

const promise = {
	words: 'Ask a customer every Monday',
	serves: 'They hear from us first',
	dimension: 'voice',
	owner: 'Ada',
	dueOn: '2026-12-20',
	state: 'accepted',
	isHidden: false
} as const;

onEveryDatabase('Promises in results', (context) => {
	async function closedRound() {
		const round = await openedRound(context());
		const hold = (id: string, stage: Workshop['stage']) =>
			context().db.write(async (writer) => {
				const [roundId, teamId] = [round.roundId, round.teams[0]!.id];
				const state = { stage } as Workshop;
				const about = {
					id,
					roundId,
					teamId,
					previousId: null,
					code: null,
					state,
					ownsRound: false
				};
				await workshops.insert(writer, newlyHeld(about, context().now()));
			});
		const make = (id: string, changes: Partial<KeptPromise> = {}) =>
			context().db.write((writer) =>
				promises.save(writer, { id, workshopId: 'ended', ...promise, ...changes })
			);
		await hold('ended', 'ended');
		await hold('running', 'running');
		await closeRound(context(), round.organizer);
		const shown = async () => {
			const { token } = round.links.find(({ kind }) => kind === 'results')!;
			const results = await showResults(context(), token);
			return results.refusal === null ? results.results.promises : null;
		};
		return { make, shown, team: round.teams[0]!.id };
	}

	test('say what a room accepted, and not who takes care of it', async () => {
		const { make, shown, team } = await closedRound();
		await make('a');
		const { words, serves, dimension, dueOn } = promise;
		expect(await shown()).toEqual([{ team, words, serves, dimension, dueOn }]);
	});

	test.each([
		['was only proposed', { state: 'proposed' }],
		['the facilitator hid', { isHidden: true }],
		['belongs to a workshop that goes on', { workshopId: 'running' }]
	] as [string, Partial<KeptPromise>][])('leave out what %s', async (_, changes) => {
		const { make, shown } = await closedRound();
		await make('a', changes);
		expect(await shown()).toEqual([]);
	});
});
