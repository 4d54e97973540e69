import { commentMinimum } from '../domain/publication/comment-minimum.ts';
import type { Contract, ContractRefusal } from '../domain/publication/contract.ts';
import type { Hidden, Instead, Reason } from '../domain/publication/reasons.ts';
import type { CommentsKept } from '../domain/results/comment-views.ts';
import * as m from '../paraglide/messages.js';

type Words = (words: { needed: number }) => string;

/** Each rule in a sentence; a rule without words does not compile. */
const reasons: Record<Reason, Words> = {
	'still-open': m.publication_reason_still_open,
	'not-agreed': m.publication_reason_not_agreed,
	'small-group': m.publication_reason_small_group,
	remainder: m.publication_reason_remainder,
	'second-vote': m.publication_reason_second_vote,
	'same-weeks': m.publication_reason_same_weeks,
	ledger: m.publication_reason_ledger,
	'one-part-hidden': m.publication_reason_one_part_hidden,
	'from-hidden-cells': m.publication_reason_from_hidden_cells,
	'too-few-for-distribution': m.publication_reason_too_few_for_distribution,
	'too-few-for-margin': m.publication_reason_too_few_for_margin,
	'bound-says-enough': m.publication_reason_bound_says_enough
};

const insteads: Record<Instead, Words> = {
	'after-closing': m.publication_instead_after_closing,
	'agreed-groups': m.publication_instead_agreed_groups,
	'more-answers': m.publication_instead_more_answers,
	'whole-group': m.publication_instead_whole_group,
	'next-round': m.publication_instead_next_round,
	'later-round': m.publication_instead_later_round,
	'whole-or-group': m.publication_instead_whole_or_group,
	parts: m.publication_instead_parts,
	'shown-cells': m.publication_instead_shown_cells,
	'mean-only': m.publication_instead_mean_only
};

const contractRefusals: Record<ContractRefusal, () => string> = {
	opened: m.publication_contract_opened,
	'k-lowered': m.publication_contract_k_lowered,
	'lens-added': m.publication_contract_lens_added,
	'cut-added': m.publication_contract_cut_added,
	'outcomes-added': m.publication_contract_outcomes_added,
	'kept-longer': m.publication_contract_kept_longer,
	'later-version': m.publication_contract_later_version
};

const commentsKept: Record<CommentsKept, Words> = {
	'still-open': m.publication_comments_still_open,
	'small-group': m.publication_comments_small_group,
	'few-writers': m.publication_comments_few_writers,
	'hidden-group': m.publication_comments_hidden_group,
	remainder: m.publication_comments_remainder,
	deleted: m.publication_comments_deleted
};

/** Why something is hidden, and what would be possible instead: two sentences. */
export function wordsForHidden({ because, instead, needed }: Hidden): {
	why: string;
	instead: string;
} {
	return { why: reasons[because]({ needed }), instead: insteads[instead]({ needed }) };
}

export function wordsForContractRefusal(refusal: ContractRefusal): string {
	return contractRefusals[refusal]();
}

/** Why a group's comments are not shown. */
export function wordsForKeptComments(kept: CommentsKept, contract: Pick<Contract, 'k'>): string {
	return commentsKept[kept]({ needed: commentMinimum(contract) });
}
