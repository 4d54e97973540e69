import { lensNames } from '../../lib/content/round-words.ts';
import type { LensTally } from '../../lib/domain/analysis/lens-gaps.ts';
import type { Instrument } from '../../lib/domain/instrument/instrument.ts';
import { contractSchema, freezeContract } from '../../lib/domain/publication/contract.ts';
import { countTallies } from '../../lib/domain/results/counted-round.ts';
import { groupIdOf } from '../../lib/domain/results/group-ids.ts';
import { publishRound } from '../../lib/domain/results/publish-round.ts';
import type { Results } from '../../lib/domain/results/results.ts';
import { resultsOf } from '../../lib/domain/results/results-of.ts';
import type { Round, Team } from '../../lib/domain/round/round.ts';
import type { Options } from './options.ts';
import { EXIT, Problem } from './problem.ts';

/**
 * What of these answers may be shown to everybody, by the same gate as results of a round. Throws a Problem where the
 * gate cannot do its work: without members, for teams whose headcount is unknown, or for scores it cannot count.
 */
export async function publishedResults(
	lenses: readonly LensTally[],
	instrument: Instrument,
	headcounts: ReadonlyMap<string, number>,
	k: number,
	about: Pick<Options, 'name' | 'day'>
): Promise<Results> {
	refuseWhatCannotBeHidden(lenses, headcounts);
	const round = await roundOf(lenses, instrument, k, about);
	const teams: Team[] = [...headcounts].map(([name, headcount]) => ({
		id: name,
		previousId: null,
		name,
		headcount
	}));
	const tallies = new Map(lenses.map(({ lens, tally }) => [lens, tally]));
	const publication = publishRound(countTallies({ round, teams, instrument }, tallies), {
		ledger: [],
		previous: null
	});
	return resultsOf({
		round,
		teams,
		instrument,
		publication,
		ledger: publication.entries,
		names: {
			member: lensNames.member(),
			leader: lensNames.leader(),
			customer: lensNames.customer(),
			partner: lensNames.partner()
		}
	});
}

function refuseWhatCannotBeHidden(
	lenses: readonly LensTally[],
	headcounts: ReadonlyMap<string, number>
): void {
	const members = lenses.find(({ lens }) => lens === 'member');
	if (!members) throw data('--publish needs answers of members: the whole is made of them.');
	if (lenses.some(({ tally }) => !tally.layout.isExact))
		throw data('--publish cannot count the scores of this instrument exactly.');
	const strangers = [...members.tally.cells.keys()].filter((team) => !headcounts.has(team)).sort();
	if (strangers.length > 0) {
		const named = strangers.slice(0, 5).map((team) => `“${team}”`);
		throw data(
			`--publish needs the headcount of every team: --teams does not have ${named.join(', ')}.`
		);
	}
	const taken = ['member', 'leader', 'customer', 'partner'] as const;
	const reserved = taken.map(groupIdOf).find((id) => headcounts.has(id));
	if (reserved)
		throw data(`--publish: no team can be called “${reserved}”, which names everybody of a lens.`);
}

/** A closed round, as if these answers had been given in one. */
async function roundOf(
	lenses: readonly LensTally[],
	instrument: Instrument,
	k: number,
	{ day, name }: Pick<Options, 'name' | 'day'>
): Promise<Round> {
	const { contract, hash } = await freezeContract(
		contractSchema.parse({
			version: 1,
			k,
			lenses: lenses.map(({ lens }) => lens),
			cuts: ['whole', 'team', 'lens'],
			keptUntil: day
		})
	);
	return {
		id: 'answers',
		previousId: null,
		organization: name,
		instrument: instrument.id,
		edition: instrument.edition,
		form: lenses.find(({ lens }) => lens === 'member')!.tally.layout.form,
		locale: instrument.locale,
		contract,
		contractHash: hash,
		closesOn: day,
		state: 'closed',
		openedOn: null,
		closedOn: day,
		answersDeletedOn: null,
		version: 1
	};
}

function data(message: string): Problem {
	return new Problem(EXIT.data, message);
}
