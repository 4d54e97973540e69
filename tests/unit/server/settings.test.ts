import { expect, test } from 'vitest';
import { readSettings } from '$lib/server/settings';

test('keeps everything in a file beside the app unless told otherwise', () => {
	expect(readSettings({})).toEqual({ databaseUrl: null, databaseFile: './data/holoscope.db' });
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
