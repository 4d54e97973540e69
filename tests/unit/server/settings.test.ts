import { expect, test } from 'vitest';
import { readSettings } from '$lib/server/settings';

test('keeps everything in a file beside the app unless told otherwise', () => {
	expect(readSettings({})).toMatchObject({
		databaseUrl: null,
		databaseFile: './data/holoscope.db'
	});
	expect(readSettings({ DATABASE_URL: '' }).databaseUrl).toBeNull();
});

test('uses the PostgreSQL database that the environment names', () => {
	const url = 'postgres://ada@db.example:5432/holoscope';

	expect(readSettings({ DATABASE_URL: url }).databaseUrl).toBe(url);
});

test('says what an address must look like, without repeating a secret', () => {
	const wrong = () => readSettings({ DATABASE_URL: 'mysql://ada:hunter2@db.example/x' });

	expect(wrong).toThrow(/postgres:\/\/user:password@host/);
	expect(wrong).not.toThrow(/hunter2/);
});

test('lets the environment say how many reports are made at once, within reason', () => {
	expect(readSettings({}).reportWorkers).toBeNull();
	expect(readSettings({ REPORT_WORKERS: '4' }).reportWorkers).toBe(4);
	expect(() => readSettings({ REPORT_WORKERS: '0' })).toThrow(/from 1 to 24/);
});

test('serves metrics only on the port that the environment names, to this machine unless told otherwise', () => {
	expect(readSettings({}).metrics).toBeNull();
	expect(readSettings({ METRICS_PORT: '9464' }).metrics).toEqual({ port: 9464, host: '127.0.0.1' });
	expect(() => readSettings({ METRICS_PORT: '70000' })).toThrow(/1 to 65535/);
});

test.each([
	[{ LOG_LEVEL: 'loud' }, /LOG_LEVEL must be one of silent, error, warn, info, debug/],
	[{ STOP_DELAY_SECONDS: '90' }, /from 0 to 60/]
])('refuses %o with a sentence that says what would do', (environment, words) => {
	expect(() => readSettings(environment)).toThrow(words);
});
