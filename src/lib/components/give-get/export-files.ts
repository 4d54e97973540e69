import { kindWords, nameOf, stateWords } from '$lib/content/give-get-words';
import type { GiveAndGet } from '$lib/domain/give-get/give-get';
import { linesOf } from '$lib/domain/give-get/states';

const COLUMNS = ['state', 'from', 'from kind', 'to', 'to kind', 'needed', 'given'];

/** One row for each need and each give, or for both where they met. Text that a spreadsheet would run is defused. */
export async function csvExport(whole: GiveAndGet): Promise<string> {
	const { csvText } = await import('$lib/content/csv-text');
	const kind = (id: string) => kindWords[whole.parties.find((party) => party.id === id)!.kind]();
	const data = linesOf(whole).map(({ state, from, to, get, give }) => [
		stateWords[state].name(),
		nameOf(whole.parties, from),
		kind(from),
		nameOf(whole.parties, to),
		kind(to),
		get?.text ?? '',
		give?.text ?? ''
	]);
	return csvText({ fields: COLUMNS, data });
}
