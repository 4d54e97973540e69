import type { MapPoint } from '$lib/domain/results/map-point';
import type { GroupView, Results } from '$lib/domain/results/results';
import { shownPlace } from '$lib/domain/results/span';
import * as m from '$lib/paraglide/messages';

/** The whole and the teams that have both a place and a fidelity, in the organizer's order. */
export function mapPoints({ whole, teams, fidelity }: Results): MapPoint[] {
	const own = fidelity.fidelity?.as === 'value' ? fidelity.fidelity.value : null;
	return [
		...pointOf({ ...whole, name: m.results_map_whole() }, own, null),
		...teams.flatMap((team, at) => {
			const found = fidelity.teams.find((entry) => entry.team === team.id)?.fidelity;
			return pointOf(team, found?.as === 'value' ? found.value : null, at + 1);
		})
	];
}

function pointOf(
	{ name, overall }: Pick<GroupView, 'name' | 'overall'>,
	fidelity: number | null,
	number: number | null
): MapPoint[] {
	const spectrum = shownPlace(overall);
	if (spectrum === null || fidelity === null) return [];
	const bound = overall.mean.as === 'bound' ? overall.mean.side : null;
	return [{ name, number, spectrum, fidelity, bound }];
}
