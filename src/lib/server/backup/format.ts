import { z } from 'zod';
import { TABLES, type Tables } from '../database/schema.ts';

/**
 * A backup is compressed lines of JSON, the same from SQLite and from PostgreSQL: a head, the rows of one
 * table after the other, and an end that says how many there were.
 */
export const headSchema = z.object({
	format: z.literal('holoscope-backup'),
	version: z.literal(1),
	/** The last migration of the database that it was taken from. */
	schema: z.string(),
	day: z.iso.date()
});
export type Head = z.infer<typeof headSchema>;

export const lineSchema = z.union([
	z.strictObject({
		table: z.enum(TABLES),
		rows: z.array(z.record(z.string(), z.union([z.string(), z.number(), z.null()])))
	}),
	z.strictObject({ end: z.literal(true), count: z.int().min(0) })
]);
export type Line = z.infer<typeof lineSchema>;

/** What puts the rows of each table in order: random keys, so that a backup says nothing about when they came. */
export const keys: { [T in keyof Tables]: readonly (keyof Tables[T] & string)[] } = {
	rounds: ['id'],
	teams: ['id'],
	links: ['hash'],
	sheets: ['id'],
	answers: ['sheet_id', 'item'],
	comments: ['id'],
	publications: ['round_id', 'position'],
	brandings: ['round_id'],
	imports: ['round_id', 'digest', 'lens'],
	workshops: ['id'],
	workshop_links: ['hash'],
	participants: ['id'],
	votes: ['id', 'ballot'],
	dots: ['id'],
	texts: ['id'],
	exchange_pairs: ['round_id', 'get_id', 'give_id'],
	promises: ['id'],
	weights: ['id'],
	closings: ['id'],
	follow_ups: ['id'],
	revelations: ['workshop_id', 'subject']
};
