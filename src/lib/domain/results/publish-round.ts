import type { FrozenContract } from '../publication/contract.ts';
import type { Ledger, Publication } from '../publication/publication.ts';
import { publish } from '../publication/publish.ts';
import type { FindingRequest, PublicationRequest } from '../publication/request.ts';
import type { CountedRound } from './counted-round.ts';
import { agreementFindings } from './findings/agreement-findings.ts';
import { balanceFindings } from './findings/balance-findings.ts';
import { changeFindings, type PreviousRound } from './findings/change-findings.ts';
import { fidelityFindings } from './findings/fidelity-findings.ts';
import { gapFindings } from './findings/gap-findings.ts';
import { roundRequest } from './round-request.ts';

export interface RoundContext {
	/** All that this round, and rounds with the same answers, published before. */
	ledger: Ledger;
	/** To say what has changed; null for a first round, or one that asked something else. */
	previous: PreviousRound | null;
	/** The round before asked the same people about the same weeks, so nothing can be shown beside it. */
	isTooSoon?: boolean;
}

/**
 * A closed round's publication, with the findings that follow from what is shown. The same sheets give the same
 * publication, in whatever order they came.
 */
export function publishRound(
	counted: CountedRound,
	{ ledger, previous, isTooSoon = false }: RoundContext
): Publication {
	const { contract, contractHash: hash } = counted.round;
	const frozen: FrozenContract = { contract, hash };
	const asked = roundRequest(counted);
	const request = isTooSoon ? likeSecondVote(asked) : asked;
	return publish(request, frozen, ledger, (shown) => findingsOf(counted, shown, previous));
}

/**
 * Answers carry no link to those of the round before, so nobody can say how few have changed: as in a second
 * vote that one person moved, every group waits for the next round.
 */
function likeSecondVote(request: PublicationRequest): PublicationRequest {
	return { ...request, groups: request.groups.map((group) => ({ ...group, changed: 1 })) };
}

function findingsOf(
	counted: CountedRound,
	shown: Publication,
	previous: PreviousRound | null
): FindingRequest[] {
	return [
		...agreementFindings(counted, shown),
		...fidelityFindings(counted, shown),
		...gapFindings(counted, shown),
		...balanceFindings(counted, shown),
		...(previous ? changeFindings(counted, shown, previous) : [])
	];
}
