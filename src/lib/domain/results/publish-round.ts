import type { FrozenContract } from '../publication/contract.ts';
import type { Ledger, Publication } from '../publication/publication.ts';
import { publish } from '../publication/publish.ts';
import type { FindingRequest } from '../publication/request.ts';
import { outcomesOf } from '../round/questions.ts';
import type { CountedRound, RoundSheet } from './counted-round.ts';
import { agreementFindings } from './findings/agreement-findings.ts';
import { balanceFindings } from './findings/balance-findings.ts';
import { changeFindings, type PreviousRound } from './findings/change-findings.ts';
import { fidelityFindings } from './findings/fidelity-findings.ts';
import { gapFindings } from './findings/gap-findings.ts';
import { mirrorFindings } from './findings/mirror-findings.ts';
import { roundRequest } from './round-request.ts';
import { sharingRequest, type SheetsOfRound } from './shared-atoms.ts';

export interface RoundContext {
	/** All that this round, and rounds with the same answers, published before. */
	ledger: Ledger;
	/** To say what has changed; null for a first round, or one that asked something else. */
	previous: PreviousRound | null;
	/** An earlier round asked the same people about the same weeks; null where none did that showed anything. */
	sameWeeks?: SameWeeks | null;
}

/** `unknown` where nobody can say any more which answers are the same: then everything waits for a later round. */
export type SameWeeks =
	'unknown' | { sheets: readonly RoundSheet[]; before: SheetsOfRound; published: Publication };

/**
 * A closed round's publication, with the findings that follow from what is shown. The same sheets give the same
 * publication, in whatever order they came.
 */
export function publishRound(
	counted: CountedRound,
	{ ledger, previous, sameWeeks = null }: RoundContext
): Publication {
	const { contract, contractHash: hash } = counted.round;
	const frozen: FrozenContract = { contract, hash };
	const findings = (shown: Publication) => findingsOf(counted, shown, previous);
	if (sameWeeks === null) return publish(roundRequest(counted), frozen, ledger, findings);

	const sharing = sameWeeks === 'unknown' ? null : sharedWith(counted, sameWeeks);
	if (!sharing) {
		const request = { ...roundRequest(counted), sameWeeks: 'unknown' as const };
		return publish(request, frozen, ledger, findings);
	}
	return publish(sharing.request, frozen, [...sharing.entries, ...ledger], findings);
}

function sharedWith(
	counted: CountedRound,
	{ sheets, before, published }: Exclude<SameWeeks, 'unknown'>
) {
	const request = sharingRequest({ counted, sheets }, before, published);
	return request && { request, entries: published.entries };
}

function findingsOf(
	counted: CountedRound,
	shown: Publication,
	previous: PreviousRound | null
): FindingRequest[] {
	// A hidden outcome hides no finding about the dimensions.
	const outcomes = new Set(outcomesOf(counted.round, counted.instrument).map(({ id }) => id));
	const scores = { ...shown, cells: shown.cells.filter(({ measure }) => !outcomes.has(measure)) };
	return [
		...agreementFindings(counted, scores),
		...fidelityFindings(counted, scores),
		...gapFindings(counted, scores),
		...mirrorFindings(counted, scores),
		...balanceFindings(counted, scores),
		...(previous ? changeFindings(counted, shown, previous) : [])
	];
}
