import type { Kysely, Transaction } from 'kysely';

/** Yes is 1, no is 0: SQLite knows no booleans. Days are written as in 2026-11-22; JSON is kept to the letter. */
type Flag = 0 | 1;

/** The tables as SQL knows them. Repositories turn these rows into what the domain speaks of. */
export interface Tables {
	rounds: {
		id: string;
		previous_id: string | null;
		organization: string;
		instrument: string;
		edition: string;
		form: string;
		locale: string;
		contract: string;
		contract_hash: string;
		closes_on: string;
		state: 'draft' | 'open' | 'closed';
		opened_on: string | null;
		closed_on: string | null;
		answers_deleted_on: string | null;
		version: number;
	};
	teams: {
		id: string;
		round_id: string;
		previous_id: string | null;
		position: number;
		name: string;
		name_key: string;
		headcount: number;
	};
	links: {
		hash: string;
		round_id: string;
		kind: 'organizer' | 'results' | 'answer' | 'single-use';
		team_id: string | null;
		lens: string | null;
		serial: number;
		state: 'active' | 'used' | 'replaced' | 'revoked';
		sealed_seed: string | null;
	};
	sheets: { id: string; round_id: string; team_id: string | null; lens: string; finished: Flag };
	answers: { sheet_id: string; item: string; value: number | null; revision: number };
	comments: {
		id: string;
		round_id: string;
		team_id: string | null;
		lens: string;
		prompt: string;
		words: string;
	};
	publications: { round_id: string; position: number; hash: string; body: string };
	brandings: {
		round_id: string;
		accent: string | null;
		/** A PNG in base64. */
		logo: string | null;
		logo_width: number | null;
		logo_height: number | null;
	};
	/** How many sheets of a lens a file brought. */
	imports: { round_id: string; digest: string; lens: string; sheets: number };
	workshops: {
		id: string;
		round_id: string;
		team_id: string;
		previous_id: string | null;
		code: string | null;
		/** Where the room is, as the domain's rules know it. */
		state: string;
		revision: number;
		/** Whether the round was made for this workshop and ends with it. */
		owns_round: Flag;
		held_on: string;
	};
	workshop_links: {
		hash: string;
		workshop_id: string;
		kind: 'facilitate' | 'co-facilitate' | 'present' | 'recap';
		serial: number;
		state: 'active' | 'revoked';
		sealed_seed: string | null;
	};
	participants: { id: string; workshop_id: string; alias: string | null };
	votes: {
		id: string;
		ballot: 'first' | 'second';
		workshop_id: string;
		dimension: string;
		level: number;
		revision: number;
		/** Only under an open contract. */
		participant_id: string | null;
	};
	dots: { id: string; workshop_id: string; placed: string };
	/** What people write in a step, apart from their seats. */
	texts: {
		id: string;
		workshop_id: string;
		step: string;
		/** To count different writers. */
		writer: string;
		device_key: string;
		revision: number;
		/** What was written, as JSON. */
		body: string;
		may_keep: Flag;
		/** The batch it was shown with; null while it waits. */
		batch: number | null;
		is_hidden: Flag;
		/** Shared by texts that say the same. */
		group_id: string | null;
		/** Who its writer was told would read it, where that is more than the room. */
		told: string | null;
	};
	/** What whoever organizes a round says about a need and a give of its teams, by the ids of their texts. */
	exchange_pairs: {
		round_id: string;
		get_id: string;
		give_id: string;
		said: 'same' | 'different';
	};
	promises: {
		id: string;
		workshop_id: string;
		words: string;
		serves: string;
		dimension: string;
		owner: string | null;
		due_on: string | null;
		state: 'proposed' | 'accepted';
		is_hidden: Flag;
	};
	weights: { id: string; promise_id: string; weight: number };
	closings: { id: string; workshop_id: string; well_spent: number; with_each_other: number };
	follow_ups: { id: string; promise_id: string; done: string; helped: string };
	revelations: {
		workshop_id: string;
		subject: string;
		hash: string;
		/** The publication, to the letter. */
		body: string;
		people: number;
		voters: string | null;
	};
}

/** Every table of ours, each after those it points to: the order in which rows can be put back. */
export const TABLES = [
	'rounds',
	'teams',
	'links',
	'sheets',
	'answers',
	'comments',
	'publications',
	'brandings',
	'imports',
	'workshops',
	'workshop_links',
	'participants',
	'votes',
	'dots',
	'texts',
	'exchange_pairs',
	'promises',
	'weights',
	'closings',
	'follow_ups',
	'revelations'
] as const satisfies (keyof Tables)[];

/** What a repository reads through: the database itself, or a transaction that is about to write. */
export type Reader = Pick<Kysely<Tables>, 'selectFrom'>;

/** What a repository writes through. Only `Database.write` hands one out. */
export type Writer = Transaction<Tables>;
