import type { Insertable } from 'kysely';
import type { Tables } from '$lib/server/database/schema';

/** A round as the table holds it. */
export function roundRow(id: string, changes: Partial<Tables['rounds']> = {}) {
	const row: Insertable<Tables['rounds']> = {
		id,
		previous_id: null,
		organization: 'Lumen',
		instrument: 'holoscope',
		edition: '2026.1',
		form: 'quick',
		locale: 'en',
		contract: '{}',
		contract_hash: '',
		closes_on: '2026-12-18',
		state: 'draft',
		opened_on: null,
		closed_on: null,
		answers_deleted_on: null,
		version: 1,
		...changes
	};
	return row;
}
