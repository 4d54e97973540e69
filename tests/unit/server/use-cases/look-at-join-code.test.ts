import { holoscope } from '$lib/content/instruments';
import { lookAtJoinCode } from '$lib/server/use-cases/look-at-join-code';
import { showPart } from '$lib/server/use-cases/show-part';
import { steerWorkshop } from '$lib/server/use-cases/steer-workshop';
import { describe, expect, test } from 'vitest';
import { createTestContext } from '../../../support/context';
import { join, newRoom, press, roomAt, vote } from '../../../support/workshops';

const address = '192.0.2.1';

describe('the door of a workshop', () => {
	test('says whose it is and what it promises, however the code is written, before anybody sits down', async () => {
		const context = await createTestContext();
		const room = await newRoom(context);
		const code = room.code.toLowerCase().replace('-', ' ');
		const looked = await lookAtJoinCode(context, { code, address });
		expect(looked).toEqual({
			refusal: null,
			door: {
				workshopId: room.workshopId,
				organization: 'Lumen',
				team: { name: 'Harbor', headcount: 17 },
				contract: { openness: 'anonymous', k: 5, keptUntil: '2027-06-30' }
			}
		});
	});

	test('stays shut to wrong codes, to codes of workshops that are over, and to whoever guesses', async () => {
		const context = await createTestContext();
		const room = await newRoom(context);
		const look = (code: string) => lookAtJoinCode(context, { code, address });
		expect(await look('KTRM-4827')).toEqual({ refusal: 'no-such-code' });

		await press(context, room, { kind: 'start' });
		await steerWorkshop(context, room.facilitate, { kind: 'end' });
		expect(await look(room.code)).toEqual({ refusal: 'no-such-code' });

		for (let i = 0; i < 40; i++) await look('nonsense');
		const other = await newRoom(context);
		expect(await look(other.code)).toEqual({ refusal: 'too-many-tries' });
	});
});

test('a phone gets the room, its own part, and the words it needs, and nobody else’s', async () => {
	const context = await createTestContext();
	const room = await roomAt(context, 'clues');
	const seat = room.seats[0]!;
	await press(context, room, { kind: 'open-vote' });
	await vote(context, seat, 4);
	await vote(context, room.seats[1]!, 2);

	const shown = await showPart(context, seat);
	if (shown.refusal !== null) throw new Error(shown.refusal);
	const { part } = shown;
	expect(part.own.votes).toEqual({ voice: { first: { level: 4, revision: 1 } } });
	expect(part.own.recoveryCode).toBe(seat.seat);
	expect(part.view.scene).toMatchObject({ kind: 'clues', phase: 'voting', first: null });
	expect(part.questions).toHaveLength(holoscope.forms.quick!.length);
	expect(part.dimensions.map(({ anchors }) => anchors.length)).toEqual(
		holoscope.dimensions.map(() => 5)
	);
});

test('a phone that has not joined gets nothing', async () => {
	const context = await createTestContext();
	const room = await newRoom(context);
	const stranger = await join(context, await newRoom(context));
	const shown = await showPart(context, { workshopId: room.workshopId, seat: stranger.seat });
	expect(shown).toEqual({ refusal: 'not-in-this-room' });
});
