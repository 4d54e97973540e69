import type { Team } from '../round/round.ts';
import {
	FIDELITY,
	FIDELITY_GAP,
	FIDELITY_VERDICT,
	standsOutId,
	teamFidelityId
} from './finding-ids.ts';
import type { FidelityView } from './results.ts';
import type { ShownFindings } from './shown-findings.ts';

/** Fidelity as everybody may read it; of a round that asked no members, there is too little data. */
export function fidelityView(findings: ShownFindings, teams: readonly Team[]): FidelityView {
	return {
		verdict: findings.word(FIDELITY_VERDICT) ?? { as: 'value', value: 'too-little-data' },
		fidelity: findings.number(FIDELITY),
		gap: findings.number(FIDELITY_GAP),
		teams: teams.flatMap(({ id }) => {
			const fidelity = findings.number(teamFidelityId(id));
			const standsOut = findings.yesNo(standsOutId(id));
			return fidelity && standsOut ? [{ team: id, fidelity, standsOut }] : [];
		})
	};
}
