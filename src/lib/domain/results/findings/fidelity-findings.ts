import { profilesByTeam } from '../../analysis/profiles.ts';
import type { Publication } from '../../publication/publication.ts';
import { cellId, type FindingRequest } from '../../publication/request.ts';
import { answerStep, fidelity, type Fidelity } from '../../scoring/fidelity.ts';
import * as readings from '../../scoring/readings.ts';
import type { Tally } from '../../scoring/tally.ts';
import type { CountedRound } from '../counted-round.ts';
import {
	FIDELITY,
	FIDELITY_GAP,
	FIDELITY_VERDICT,
	standsOutId,
	teamFidelityId,
	yesOrNo
} from '../finding-ids.ts';
import { OVERALL, WHOLE } from '../group-ids.ts';
import { cellsAt, from, shownMean } from './shown-cells.ts';

/** Below this many teams every number would be about one or two of them. */
const FEWEST_TEAMS = 3;
/** The shuffles of the chance test are the same for the same answers. */
const SEED = 1;

/**
 * How much of the whole each part shows: over the teams of which every cell is shown, and in which k people or
 * more answered all dimensions.
 */
export function fidelityFindings(counted: CountedRound, shown: Publication): FindingRequest[] {
	const tally = counted.tallies.get('member');
	if (!tally) return [];
	const teams = teamsThatCount(counted, shown, tally);
	if (teams.length < FEWEST_TEAMS)
		return [
			{
				id: FIDELITY_VERDICT,
				value: 'too-little-data',
				from: from({ group: WHOLE, measure: OVERALL })
			}
		];

	const counts = new Set(teams);
	const cells = shown.cells.filter(({ group }) => counts.has(group)).map(cellId);
	const { verdict, estimate } = fidelityAmong(teams, counted, shown, tally);
	const finding = (id: string, value: FindingRequest['value']) => ({ id, value, from: cells });
	return [
		finding(FIDELITY_VERDICT, verdict),
		...(estimate
			? [
					finding(FIDELITY, estimate.fidelity),
					finding(FIDELITY_GAP, estimate.gap),
					...estimate.byTeam.flatMap(({ team, fidelity, standsOut }) => [
						finding(teamFidelityId(team), fidelity),
						finding(standsOutId(team), yesOrNo(standsOut))
					])
				]
			: [])
	];
}

function teamsThatCount(
	{ round, teams }: CountedRound,
	{ cells }: Publication,
	tally: Tally
): string[] {
	const asked = new Set(cells.map(({ group }) => group));
	const withHidden = new Set(
		cells.filter(({ mean }) => mean.as === 'hidden').map(({ group }) => group)
	);
	const complete = (id: string) => readings.profileMoments(tally, tally.cell(id)).n;
	return teams
		.map(({ id }) => id)
		.filter((id) => asked.has(id) && !withHidden.has(id) && complete(id) >= round.contract.k);
}

function fidelityAmong(
	teams: readonly string[],
	{ instrument }: CountedRound,
	shown: Publication,
	tally: Tally
): Fidelity {
	const { spectrumPlaces, dimensions } = tally.layout;
	const people = profilesByTeam(tally);
	return fidelity(
		teams.map((team) => ({
			team,
			moments: readings.profileMoments(tally, tally.cell(team)),
			...(people && { people: people.get(team) ?? [] })
		})),
		{
			dimensions: Array.from(spectrumPlaces, (d) => dimensions[d]!.dimension.id),
			step: answerStep(instrument),
			organizationMean: shownMean(cellsAt(shown)(WHOLE, OVERALL)),
			seed: SEED
		}
	);
}
