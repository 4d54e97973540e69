import { log } from '$lib/server/operations/log';
import { toldError } from '$lib/server/operations/told-error';
import { symbols } from 'pino';
import { expect, test } from 'vitest';

test('an error of PostgreSQL says what rule was broken and where, not with which answer', () => {
	const error = Object.assign(
		new Error('new row for relation "answers" violates check constraint "answers_value"'),
		{
			code: '23514',
			table: 'answers',
			constraint: 'answers_value',
			detail: 'Failing row contains (c2hlZXQ, voice-1, 4).',
			where: 'unnamed portal parameter $2 = "4"',
			query: 'insert into answers',
			parameters: ['c2hlZXQ', 'voice-1', 4]
		}
	);
	const told = toldError(error);

	expect(told).toMatchObject({
		type: 'Error',
		code: '23514',
		table: 'answers',
		constraint: 'answers_value'
	});
	expect(told.message).toMatch(/violates check constraint/);
	expect(told.stack).toMatch(/^\s+at .*told-error\.test/);
	expect(JSON.stringify(told)).not.toMatch(/voice-1|c2hlZXQ|insert into/);
});

test('the log writes errors like this', () => {
	const { err } = (log as unknown as Record<symbol, { err: typeof toldError }>)[
		symbols.serializersSym
	]!;
	const error = Object.assign(new Error('no'), { detail: 'Failing row contains (4).' });

	expect(err(error)).toEqual(toldError(error));
});

test('an error that quotes what somebody wrote tells the words around it', () => {
	const unreadable = () => JSON.parse('{"words":"Our boss lies",}') as unknown;
	let error: unknown;
	try {
		unreadable();
	} catch (thrown) {
		error = new Error('could not read “Our boss lies”', { cause: thrown });
	}
	const told = JSON.stringify(toldError(error));

	expect(told).toMatch(/could not read/);
	expect(told).not.toMatch(/boss/);
});

test('what is no error, and errors that go round in circles, are told too', () => {
	const first = new Error('first');
	first.cause = first;

	expect(toldError('Our boss lies')).toEqual({ type: 'string', message: '', stack: '' });
	expect(JSON.stringify(toldError(first)).match(/first/g)!.length).toBeLessThan(20);
});
