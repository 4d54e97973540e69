import type { Companion, InwardTrend, Moved } from '../domain/results/inward-trend.ts';
import * as m from '../paraglide/messages.js';
import { signedPoints } from './signed-points.ts';

const companions: Record<Companion, () => string> = {
	'outside-in': m.inward_outside_in,
	customers: m.inward_customers
};
const verdicts: Record<InwardTrend['verdict'], () => string> = {
	'turning-inward': m.inward_warning,
	unsure: m.inward_unsure,
	together: m.inward_together
};

/** What give and get did since the round before, and what else did: two or three sentences for page and paper. */
export function inwardWords({ verdict, rise, about }: InwardTrend, language: string): string[] {
	const points = ({ difference, margin }: Moved) => ({
		difference: signedPoints(difference, language),
		margin: Math.round(margin)
	});
	return [
		m.inward_rise(points(rise)),
		...about.map(({ companion, change }) =>
			m.inward_companion({ companion: companions[companion](), ...points(change) })
		),
		verdicts[verdict]()
	];
}
