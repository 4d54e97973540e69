import { inwardTrend } from '$lib/domain/results/inward-trend';
import type { Results } from '$lib/domain/results/results';
import { showResults } from '$lib/server/use-cases/show-results';
import { expect, test } from 'vitest';
import { createDemo } from '../../../src/cli/demo/create-demo';
import type { TestContext } from '../../support/context';
import { onEveryDatabase } from '../../support/on-every-database';

onEveryDatabase('The demo', (context) => {
	test('tells its story in the results of two rounds', { timeout: 60_000 }, async () => {
		const demo = await createDemo(context());
		const [first, second] = [
			await resultsWith(context(), demo.rounds[0].results),
			await resultsWith(context(), demo.rounds[1].results)
		];

		for (const results of [first, second]) {
			expect(hiddenTeams(results)).toContain('Legal');
			expect(hiddenTeams(results)).toHaveLength(2);
			expect(inward(results)).toEqual(['Field operations']);
			expect(standingOut(results)).toContain('Finance');
			for (const outcome of results.whole.outcomes) {
				expect(outcome.mean).toMatchObject({ as: 'value' });
				expect(outcome.margin).toMatchObject({ as: 'value' });
				expect(outcome.distribution?.as).not.toBe('hidden');
			}
			expect(results.gaps).toContainEqual(
				expect.objectContaining({ a: 'member', b: 'customer', dimension: 'overall' })
			);
		}
		expect(first.whole.overall.change).toBeNull();
		expect(turningInward(first)).toEqual([]);
		expect(turningInward(second)).toEqual(['Field operations']);
		expect(commented(first)).toEqual([]);
		expect(commented(second)).toEqual([
			'whole',
			'Customer support',
			'Field operations',
			'customers'
		]);
		const voice = second.whole.dimensions.find(({ measure }) => measure === 'voice')!;
		expect(voice.change).toMatchObject({ as: 'value', value: { isClear: true } });
		expect(voice.change?.as === 'value' && voice.change.value.difference > 0).toBe(true);
	});
});

function turningInward({ teams }: Results): string[] {
	return teams
		.filter((team) => inwardTrend(team, null)?.verdict === 'turning-inward')
		.map(({ name }) => name);
}

function commented({ comments, teams }: Results): string[] {
	return comments
		.filter(({ kept }) => kept === null)
		.map(({ group }) => teams.find(({ id }) => id === group)?.name ?? group);
}

async function resultsWith(context: TestContext, token: string): Promise<Results> {
	const shown = await showResults(context, token);
	if (shown.refusal !== null) throw new Error(shown.refusal);
	return shown.results;
}

function hiddenTeams({ teams }: Results): string[] {
	return teams.filter(({ overall }) => overall.mean.as === 'hidden').map(({ name }) => name);
}

function inward({ balance, teams }: Results): string[] {
	return teams
		.filter(({ id }) => {
			const warning = balance.find(({ group }) => group === id)?.isTurnedInward;
			return warning?.as === 'value' && warning.value;
		})
		.map(({ name }) => name);
}

function standingOut({ fidelity, teams }: Results): string[] {
	return teams
		.filter(({ id }) => {
			const standsOut = fidelity.teams.find(({ team }) => team === id)?.standsOut;
			return standsOut?.as === 'value' && standsOut.value;
		})
		.map(({ name }) => name);
}
