import { z } from 'zod';

const settingsSchema = z
	.object({
		DATABASE_URL: z
			.string()
			.trim()
			// Files of settings often name what they leave empty.
			.transform((text) => text || undefined)
			.pipe(
				z
					.string()
					.regex(
						/^postgres(ql)?:\/\/\S+$/,
						'DATABASE_URL must be the address of a PostgreSQL database, as in postgres://user:password@host:5432/name. Leave it out to keep everything in a file.'
					)
					.optional()
			)
			.optional(),
		DATABASE_FILE: z
			.string()
			.trim()
			.min(1, 'DATABASE_FILE must name a file, as in ./data/holoscope.db.')
			.default('./data/holoscope.db'),
		REPORT_WORKERS: z
			.string()
			.trim()
			.transform((text) => text || undefined)
			.pipe(
				z
					.string()
					.regex(/^([1-9]|1\d|2[0-4])$/, 'REPORT_WORKERS must be a whole number from 1 to 24.')
					.transform(Number)
					.optional()
			)
			.optional()
	})
	.transform(({ DATABASE_URL, DATABASE_FILE, REPORT_WORKERS }) => ({
		databaseUrl: DATABASE_URL ?? null,
		databaseFile: DATABASE_FILE,
		/** How many threads make reports; the renderer's own choice when null. */
		reportWorkers: REPORT_WORKERS ?? null
	}));

/** Where the server keeps what it is told, and how much it does at once. */
export type Settings = z.output<typeof settingsSchema>;
export type StorageSettings = Pick<Settings, 'databaseUrl' | 'databaseFile'>;

/** Reads the settings from the environment; throws with a sentence for each one that cannot be used. */
export function readSettings(environment: Record<string, string | undefined>): Settings {
	const result = settingsSchema.safeParse(environment);
	if (result.success) return result.data;
	throw new Error(result.error.issues.map(({ message }) => message).join('\n'));
}
