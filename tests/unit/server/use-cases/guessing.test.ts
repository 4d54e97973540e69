import { beforeAll, describe, expect, test } from 'vitest';
import { newJoinCode } from '$lib/domain/workshop/join-code';
import * as workshops from '$lib/server/repositories/workshops';
import { joinWorkshop, returnToSeat } from '$lib/server/use-cases/join-workshop';
import { lookAtJoinCode } from '$lib/server/use-cases/look-at-join-code';
import { createTestContext, type TestContext } from '../../../support/context';
import { newRoom } from '../../../support/workshops';

/** Far more than one server holds at the same time, so that without limits some guess would be right. */
const OPEN_WORKSHOPS = 10_000;
const GUESSES = 1_000_000;

/** As random as the real ones, and the same in every run. */
function codesFrom(seed: number): () => string {
	let state = seed;
	const below = (end: number) => {
		state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
		return Math.floor((state / 2 ** 32) * end);
	};
	return () => newJoinCode(below);
}

describe('a million guessed codes, from five thousand addresses, at ten thousand open workshops', () => {
	let context: TestContext;
	const open = new Set<string>();
	beforeAll(async () => {
		context = await createTestContext();
		const { workshopId } = await newRoom(context);
		const one = (await workshops.find(context.db.read, workshopId))!;
		const next = codesFrom(2_026);
		while (open.size < OPEN_WORKSHOPS) open.add(next());
		await context.db.write(async (writer) => {
			for (const [i, code] of [...open].entries())
				await workshops.insert(writer, { ...one, id: `workshop ${i}`, code });
		});
	});

	test('find dozens where nothing slows them down, and nothing at a server', async () => {
		const next = codesFrom(1_122);
		let [right, looked, found] = [0, 0, 0];
		for (let i = 0; i < GUESSES; i++) {
			const code = next();
			if (open.has(code)) right++;
			const address = `10.1.${(i >> 8) % 20}.${i & 255}`;
			const { refusal } = await lookAtJoinCode(context, { code, address });
			if (refusal !== 'too-many-tries') looked++;
			if (refusal === null) found++;
		}

		// A million times ten thousand of 157 million codes: 64 on average.
		expect(right).toBeGreaterThan(30);
		expect(looked).toBe(1_000);
		expect(found).toBe(0);
	}, 120_000);
});

test('guesses that are sent all at once are limited too, the right one among them', async () => {
	const context = await createTestContext();
	const room = await newRoom(context);
	const codes = [...Array<string>(200).fill('CCCC-2222'), room.code];
	const looked = await Promise.all(
		codes.map((code) => lookAtJoinCode(context, { code, address: '192.0.2.1' }))
	);

	expect(looked.at(-1)).toEqual({ refusal: 'too-many-tries' });
});

test('recovery codes are guessed no faster than codes of rooms', async () => {
	const context = await createTestContext();
	const { workshopId } = await newRoom(context);
	const guess = (recoveryCode: string) =>
		returnToSeat(context, { workshopId, recoveryCode, address: '192.0.2.1' });
	for (let i = 0; i < 40; i++)
		expect(await guess('0000-0000-0000-0000')).toEqual({ refusal: 'no-such-seat' });

	expect(await guess('0000-0000-0000-0000')).toEqual({ refusal: 'too-many-tries' });
});

test('a room of a thousand behind one address joins at once; a program with its code is slowed down', async () => {
	const context = await createTestContext();
	const room = await newRoom(context, { headcount: 1_000 });
	const come = (seat?: string) =>
		joinWorkshop(context, { code: room.code, alias: null, seat, address: '192.0.2.1' });
	const first = await come();
	for (let i = 0; i < 1_000; i++) expect((await come()).refusal).toBeNull();
	if (first.refusal !== null) throw new Error(first.refusal);
	for (let i = 0; i < 3_000; i++) context.limits.mayJoin(first.workshopId);

	expect(await come()).toEqual({ refusal: 'too-many-writes' });
	expect((await come(first.seat)).refusal).toBe('too-many-writes');
});
