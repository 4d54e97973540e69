import type { Proposal } from '../domain/workshop/promise.ts';
import type { OwnPart } from '../domain/workshop/views.ts';
import type { Reply } from './outbox.ts';

/** The server, as the phone of somebody who takes part sees it. */
export interface WorkshopPort {
	post(path: string, body: object): Promise<Reply>;
	/** Null when nobody answers. */
	me(): Promise<OwnPart | null>;
}

/** What somebody types to propose a promise. */
export type TypedProposal = Pick<Proposal, 'words' | 'serves' | 'dimension' | 'owner' | 'dueOn'>;

/** A connection that is slower than this is as good as none. */
const PATIENCE_MS = 10_000;

export function workshopPort(workshopId: string): WorkshopPort {
	const address = (path: string) => `/workshops/${workshopId}/${path}`;
	return {
		async post(path, body) {
			try {
				const response = await fetch(address(path), {
					method: 'POST',
					headers: { 'content-type': 'application/json' },
					body: JSON.stringify(body),
					// The last vote arrives although the tab is closed after it.
					keepalive: true,
					signal: AbortSignal.timeout(PATIENCE_MS)
				});
				if (response.status >= 500 || response.status === 429) return { kind: 'lost' };
				const said = await response.json();
				if (response.ok) return { kind: 'done', body: said };
				return { kind: 'refused', refusal: said.refusal, message: said.message };
			} catch {
				return { kind: 'lost' };
			}
		},
		async me() {
			try {
				const response = await fetch(address('me'), { signal: AbortSignal.timeout(PATIENCE_MS) });
				return response.ok ? (await response.json()).own : null;
			} catch {
				return null;
			}
		}
	};
}
