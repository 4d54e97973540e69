import { z } from 'zod';
import { levels } from './operations/levels.ts';

/** An environment's number; an empty one is none. */
const wholeNumber = (pattern: RegExp, otherwise: string) =>
	z
		.string()
		.trim()
		.transform((text) => text || undefined)
		.pipe(z.string().regex(pattern, otherwise).transform(Number).optional())
		.optional();

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
		REPORT_WORKERS: wholeNumber(
			/^([1-9]|1\d|2[0-4])$/,
			'REPORT_WORKERS must be a whole number from 1 to 24.'
		),
		METRICS_PORT: wholeNumber(
			/^([1-9]\d{0,3}|[1-5]\d{4}|6[0-4]\d{3}|65[0-4]\d{2}|655[0-2]\d|6553[0-5])$/,
			'METRICS_PORT must be a port, 1 to 65535. Leave it out to serve no metrics.'
		),
		METRICS_HOST: z.string().trim().min(1).default('127.0.0.1'),
		STOP_DELAY_SECONDS: wholeNumber(
			/^([0-9]|[1-5]\d|60)$/,
			'STOP_DELAY_SECONDS must be a whole number from 0 to 60.'
		),
		LOG_LEVEL: z.enum(levels, `LOG_LEVEL must be one of ${levels.join(', ')}.`).default('info')
	})
	.transform(({ DATABASE_URL, DATABASE_FILE, REPORT_WORKERS, ...rest }) => ({
		databaseUrl: DATABASE_URL ?? null,
		databaseFile: DATABASE_FILE,
		/** How many threads make reports; the renderer's own choice when null. */
		reportWorkers: REPORT_WORKERS ?? null,
		metrics: rest.METRICS_PORT ? { port: rest.METRICS_PORT, host: rest.METRICS_HOST } : null,
		/** How long a stopping process still answers while its proxy notices. */
		stopDelaySeconds: rest.STOP_DELAY_SECONDS ?? 0
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
