import { holoscope } from '$lib/content/instruments';
import type { Contract } from '$lib/domain/publication/contract';
import type { Publication } from '$lib/domain/publication/publication';
import { countRound, type ClosedRound, type RoundSheet } from '$lib/domain/results/counted-round';
import type { WrittenComment } from '$lib/domain/results/comment-views';
import { publishRound } from '$lib/domain/results/publish-round';
import type { Results } from '$lib/domain/results/results';
import { resultsOf } from '$lib/domain/results/results-of';
import type { Round } from '$lib/domain/round/round';
import { simulateAnswers, type Profile } from '../../src/cli/demo/simulate';
import { contractWith } from './publication/builders';

export interface MadeTeam {
	headcount: number;
	answered: number;
	profile?: Profile;
}

export interface MadeRound {
	teams: readonly MadeTeam[];
	/** How many sheets of each; guesses count where the contract has them. */
	lenses?: { leader?: number; customer?: number; partner?: number; guess?: number };
	/** How the other lenses see it; the middle where nothing is said. */
	profiles?: { customer?: Profile; guess?: Profile };
	form?: string;
	contract?: Partial<Contract>;
	seed?: number;
}

/** A closed round of made-up people: teams “Team 1”, “Team 2”, … with the ids t1, t2, … */
export function madeRound({
	teams,
	lenses = {},
	profiles = {},
	form = 'full',
	contract,
	seed = 1
}: MadeRound): {
	closed: ClosedRound;
	sheets: RoundSheet[];
} {
	const frozen = contractWith(contract);
	const round: Round = {
		id: 'round',
		previousId: null,
		organization: 'Lumen',
		instrument: holoscope.id,
		edition: holoscope.edition,
		form,
		locale: 'en',
		contract: frozen.contract,
		contractHash: frozen.hash,
		closesOn: '2026-12-18',
		state: 'closed',
		openedOn: '2026-12-01',
		closedOn: '2026-12-18',
		answersDeletedOn: null,
		version: 1
	};
	const answers = (people: number, profile: Profile, at: number, form: string) =>
		simulateAnswers({
			instrument: holoscope,
			form,
			profile,
			people,
			seed: 1000 * seed + at,
			outcomes: contract?.outcomes ? holoscope.outcomes : []
		});
	return {
		closed: {
			round,
			instrument: holoscope,
			teams: teams.map(({ headcount }, at) => ({
				id: `t${at + 1}`,
				previousId: `t${at + 1}`,
				name: `Team ${at + 1}`,
				headcount
			}))
		},
		sheets: [
			...teams.flatMap(({ answered, profile = {} }, at) =>
				answers(answered, profile, at, form).map((each) => ({
					teamId: `t${at + 1}`,
					lens: 'member' as const,
					answers: each
				}))
			),
			...(['leader', 'customer', 'partner', 'guess'] as const).flatMap((lens, at) =>
				answers(
					lenses[lens] ?? 0,
					{ ...profiles }[lens as 'guess'] ?? {},
					500 + at,
					lens === 'leader' ? form : 'quick'
				).map((each, person) => ({
					teamId: lens === 'leader' ? `t${(person % teams.length) + 1}` : null,
					lens,
					answers: each
				}))
			)
		]
	};
}

export function publicationOf({ closed, sheets }: ReturnType<typeof madeRound>): Publication {
	return publishRound(countRound(closed, sheets), { ledger: [], previous: null });
}

export function resultsFor(made: ReturnType<typeof madeRound>): Results {
	const publication = publicationOf(made);
	return resultsFrom(made.closed, publication);
}

export function resultsFrom(
	closed: ClosedRound,
	publication: Publication,
	comments: readonly WrittenComment[] | null = null
): Results {
	return resultsOf({
		...closed,
		publication,
		ledger: publication.entries,
		promises: [],
		comments,
		names: { member: 'Members', leader: 'Leaders', customer: 'Customers', partner: 'Partners' }
	});
}
