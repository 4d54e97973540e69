import { proposalSchema } from '$lib/domain/workshop/promise';
import { answerClosing } from '$lib/server/use-cases/answer-closing';
import { proposePromise, writeDownPromise } from '$lib/server/use-cases/propose-promise';
import { showRecap } from '$lib/server/use-cases/show-recap';
import { expect, test } from 'vitest';
import { onEveryDatabase } from '../../../support/on-every-database';
import { press, roomAt } from '../../../support/workshops';

const proposal = (number: number) =>
	proposalSchema.parse({
		words: `Idea ${number}`,
		serves: 'Somebody hears us',
		dimension: 'voice'
	});

onEveryDatabase('the meeting’s own mirror in a recap', (context) => {
	/** A welcome of twelve minutes, then proposals from phones and from the desk, and the two closing questions. */
	async function held(people: number, { phones = 6, desk = 2 } = {}) {
		const at = (minutes: number) =>
			context().travelTo(new Date(Date.UTC(2026, 10, 22, 9, minutes)).toISOString());
		at(0);
		const room = await roomAt(context(), 'welcome', { people, headcount: 20 });
		at(12);
		await press(context(), room, { kind: 'go-to', step: 4 });
		for (let i = 0; i < phones; i++) await proposePromise(context(), room.seats[i]!, proposal(i));
		for (let i = 0; i < desk; i++)
			await writeDownPromise(context(), room.facilitate, proposal(10 + i));
		at(32);
		await press(context(), room, { kind: 'go-to', step: 5 });
		for (const seat of room.seats)
			await answerClosing(context(), seat, { wellSpent: 4, withEachOther: 3 });
		at(36);
		await press(context(), room, { kind: 'end' });
		const shown = await showRecap(context(), room.seats[0]!);
		if (shown.refusal !== null || !shown.recap) throw new Error('There is no recap.');
		return { room, meeting: shown.recap.meeting };
	}

	test('knows who brought proposals, how long the welcome took, and what the room said', async () => {
		const { meeting } = await held(12);
		expect(meeting).toEqual({
			verdict: 'between',
			hands: { leaning: 'with', counts: { open: 2, steps: 3 } },
			proposals: { leaning: 'with', counts: { room: 6, all: 8 } },
			time: { leaning: 'at', counts: { took: 12, planned: 5 } },
			closing: {
				leaning: 'between',
				counts: {
					withEachOther: { as: 'value', value: 3 },
					wellSpent: { as: 'value', value: 4 }
				}
			}
		});
	});

	test('counts no proposals in a room of fewer than twice k', async () => {
		const { meeting } = await held(9);
		expect(meeting.proposals).toEqual({ leaning: 'with', counts: null });
		expect(meeting.hands).toEqual({ leaning: 'with', counts: null });
	});

	test('keeps of no proposal where it came from, and no moment once the workshop has ended', async () => {
		const { room } = await held(12, { phones: 3, desk: 3 });
		const { read } = context().db;
		const rows = await read.selectFrom('promises').selectAll().execute();
		expect(new Set(rows.map((row) => Object.keys(row).length)).size).toBe(1);
		expect(JSON.stringify(rows)).not.toMatch(/desk|phone|written/i);
		const { state } = await read
			.selectFrom('workshops')
			.select('state')
			.where('id', '=', room.workshopId)
			.executeTakeFirstOrThrow();
		expect(JSON.parse(state).clock.since).toBeNull();
		expect(state).not.toMatch(/\d{12,}/);
	});
});
