import { holoscope } from '../../content/instruments.ts';
import { freezeContract } from '../../domain/publication/contract.ts';
import { answerPlaces } from '../../domain/round/link.ts';
import type { NewRound } from '../../domain/round/new-round.ts';
import type { Round, Team } from '../../domain/round/round.ts';
import { planRefusal, type RoundRefusal } from '../../domain/round/round-rules.ts';
import { cleanName, teamProblems, type TeamProblem } from '../../domain/round/team-list.ts';
import { linkAt, organizerLink } from '../access/round-links.ts';
import { randomId, randomSeed } from '../access/secrets.ts';
import type { Context } from '../context.ts';
import type { Writer } from '../database/schema.ts';
import * as links from '../repositories/links.ts';
import * as rounds from '../repositories/rounds.ts';
import * as teams from '../repositories/teams.ts';

export type Created =
	| { refusal: RoundRefusal; problems: TeamProblem[] }
	| { refusal: null; roundId: string; organizerToken: string };

/** Plans a round with its teams and its links. Its contract is fixed from here on. */
export async function createRound({ db, now }: Context, plan: NewRound): Promise<Created> {
	const refusal = formRefusal(plan) ?? planRefusal(plan, now());
	if (refusal) return { refusal, problems: [] };
	const problems = teamProblems(plan.teams);
	if (problems.length > 0) return { refusal: 'teams-not-ready', problems };

	const { contract, hash } = await freezeContract(plan.contract);
	const round: Round = {
		id: randomId(),
		previousId: null,
		organization: plan.organization,
		instrument: holoscope.id,
		edition: holoscope.edition,
		form: plan.form,
		locale: plan.locale,
		contract,
		contractHash: hash,
		closesOn: plan.closesOn,
		state: 'draft',
		openedOn: null,
		closedOn: null,
		answersDeletedOn: null,
		version: 1
	};
	const teamsOfRound = plan.teams.map(({ name, headcount }) => ({
		id: randomId(),
		previousId: null,
		name: cleanName(name),
		headcount
	}));
	const organizerToken = await db.write((writer) => saveNewRound(writer, round, teamsOfRound));
	return { refusal: null, roundId: round.id, organizerToken };
}

/** Saves a round that nobody has yet, with every link it needs; gives back its first organizer's secret. */
export async function saveNewRound(
	writer: Writer,
	round: Round,
	teamsOfRound: readonly Team[]
): Promise<string> {
	const seed = randomSeed();
	const { token, link } = organizerLink(round.id, seed, 1);
	const results = { kind: 'results', teamId: null, lens: null, serial: 1 } as const;
	const places = [results, ...answerPlaces(round.contract, teamsOfRound)];

	await rounds.insert(writer, round);
	await teams.replaceAll(writer, round.id, teamsOfRound);
	await links.insertAll(writer, [link, ...places.map((place) => linkAt(round.id, seed, place))]);
	return token;
}

function formRefusal({ form, contract }: NewRound): RoundRefusal | null {
	if (!Object.hasOwn(holoscope.forms, form)) return 'unknown-form';
	return contract.lenses.every((lens) => holoscope.lenses.includes(lens)) ? null : 'lens-not-asked';
}
