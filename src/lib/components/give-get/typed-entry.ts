import type { Entry } from '$lib/domain/give-get/give-get';

/** One need or give as it stands in the fields. Parties are ids, empty until somebody chooses. */
export interface TypedEntry {
	who: string;
	side: Entry['side'];
	whom: string;
	text: string;
}

export const NOTHING_TYPED: TypedEntry = { who: '', side: 'get', whom: '', text: '' };
