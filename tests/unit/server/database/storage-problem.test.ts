import { expect, test } from 'vitest';
import { storageProblemOf } from '$lib/server/database/storage-problem';

const error = (properties: object, message = '') => Object.assign(new Error(message), properties);

test.each([
	['SQLite waits for another process', { code: 'ERR_SQLITE_ERROR', errcode: 5 }, 'storage-locked'],
	[
		'SQLite cannot take a newer snapshot',
		{ code: 'ERR_SQLITE_ERROR', errcode: 517 },
		'storage-locked'
	],
	[
		'SQLite may not write',
		{ code: 'ERR_SQLITE_ERROR', errcode: 8 | (4 << 8) },
		'storage-read-only'
	],
	['SQLite has no space', { code: 'ERR_SQLITE_ERROR', errcode: 13 }, 'storage-full'],
	['the disk has no space', { code: 'ENOSPC' }, 'storage-full'],
	['the disk is read-only', { code: 'EROFS' }, 'storage-read-only'],
	['no server answers', { code: 'ECONNREFUSED' }, 'storage-unavailable'],
	['no way leads to the server', { code: 'EHOSTUNREACH' }, 'storage-unavailable'],
	['the network is down', { code: 'ENETUNREACH' }, 'storage-unavailable'],
	['PostgreSQL cannot read its disk', { code: '58030' }, 'storage-unavailable'],
	['PostgreSQL shuts down', { code: '57P01' }, 'storage-unavailable'],
	['PostgreSQL lost the connection', { code: '08006' }, 'storage-unavailable'],
	['PostgreSQL has no space', { code: '53100' }, 'storage-full'],
	['PostgreSQL waited too long for a row', { code: '55P03' }, 'storage-locked'],
	['PostgreSQL serves as a read-only copy', { code: '25006' }, 'storage-read-only']
])('names the problem when %s', (_, properties, problem) => {
	expect(storageProblemOf(error(properties))).toBe(problem);
	expect(storageProblemOf(new Error('while saving', { cause: error(properties) }))).toBe(problem);
});

test('knows the errors that the driver for PostgreSQL gives no code', () => {
	expect(storageProblemOf(error({}, 'Connection terminated unexpectedly'))).toBe(
		'storage-unavailable'
	);
});

test.each([
	['a broken rule of a table', { code: 'ERR_SQLITE_ERROR', errcode: 19 }],
	['a duplicate in PostgreSQL', { code: '23505' }],
	['anything else', {}]
])('does not take %s for an outage', (_, properties) => {
	expect(storageProblemOf(error(properties, 'oops'))).toBeNull();
});
