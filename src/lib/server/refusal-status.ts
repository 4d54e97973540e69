import type { Refusal } from '../content/round-refusals.ts';

/** The refusals that are not a conflict with what is there (409). */
const statuses: Partial<Record<Refusal, number>> = {
	'link-unknown': 404,
	'link-replaced': 410,
	'link-revoked': 410,
	'link-used': 410,
	'round-closed': 410,
	'answers-imported': 410,
	'import-too-large': 413,
	'import-has-problems': 422,
	'teams-not-ready': 422,
	'teams-missing': 422,
	'unknown-form': 422,
	'lens-not-asked': 422,
	'closing-day-past': 422,
	'kept-too-short': 422,
	'unknown-item': 422,
	'off-scale': 422,
	'nothing-answered': 422,
	'unknown-prompt': 422
};

/** The HTTP status that says the same as the refusal. */
export function refusalStatus(refusal: Refusal): number {
	return statuses[refusal] ?? 409;
}
