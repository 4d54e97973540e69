import type { Refusal } from '$lib/content/round-refusals';
import type { TurnedAway } from '$lib/content/turned-away-words';
import type { Context } from '$lib/server/context';
import type { ReportRenderer } from '$lib/server/report/renderer';
import type { StorageProblem } from '$lib/server/database/storage-problem';

declare global {
	namespace App {
		interface Locals {
			/** Names this request in the log and on the page of an error. */
			requestId: string;
			/** Opens what the server keeps, on the first use; pages that keep nothing here never call it. */
			context: () => Promise<Context>;
			/** Makes PDF files in threads of their own, which start with the first one. */
			reports: ReportRenderer;
			/** What the storage could not do while this request was handled. */
			problem?: StorageProblem;
			/** The form of this request was cut off on its way. */
			isUnreadable?: true;
		}
		interface Error {
			/** What to quote when asking for help; the log has it too. */
			id?: string;
			/** Set when the storage could not do its work: nobody's mistake, and worth another try. */
			problem?: StorageProblem;
			/** Set when a request was turned away before anything was done. */
			turnedAway?: TurnedAway;
			/** Set when a link or a round said no; the message says why, in words. */
			refusal?: Refusal;
			/** The round's organization, for whoever may know it. */
			organization?: string;
			/** The day on which the round closed. */
			day?: string;
		}
	}
}
export {};
