import {
	commentViews,
	firstComments,
	type WrittenComment
} from '$lib/domain/results/comment-views';
import type { Lens } from '$lib/domain/instrument/instrument';
import { describe, expect, test } from 'vitest';
import { groupOf, hiddenGroup } from '../../../support/results';

const round = {
	whole: groupOf('whole', 'Lumen'),
	teams: [groupOf('t1', 'Support'), groupOf('t2', 'Sales'), groupOf('t3', 'Legal')],
	lenses: [groupOf('customers', 'Customers', { lens: 'customer' })],
	contract: { k: 5 },
	areDeleted: false
};
let serial = 0;
/** So many people of a team, or of another lens, each with a comment. */
function by(teamId: string | null, writers: number, lens: Lens = 'member'): WrittenComment[] {
	return Array.from({ length: writers }, () => {
		// Like the ids we keep: in no order that tells who came first.
		const id = ((++serial * 7_919) % 10_007).toString(36);
		return { id, teamId, lens, words: `${teamId ?? lens} ${id}` };
	});
}
const keptOf = (written: WrittenComment[], differences: Partial<typeof round> = {}) =>
	Object.fromEntries(
		commentViews({ ...round, ...differences }, written).map(({ group, kept }) => [group, kept])
	);

describe('comments of a round', () => {
	test('stand for members of all teams together, for each team and each lens by itself', () => {
		const written = [...by('t1', 8), ...by('t2', 9), ...by('t3', 10), ...by(null, 8, 'customer')];
		const views = commentViews(round, written);
		expect(views.map(({ group, count }) => [group, count])).toEqual([
			['whole', 27],
			['t1', 8],
			['t2', 9],
			['t3', 10],
			['customers', 8]
		]);
		expect(views[1]!.texts.every((words) => words.startsWith('t1 '))).toBe(true);
	});

	test('carry nothing but words, in an order that is the same whenever and however they are read', () => {
		const written = by('t1', 12);
		const [whole] = commentViews(round, written);
		const [again] = commentViews(round, written.toReversed());
		expect(again).toEqual(whole);
		expect(whole!.texts).toEqual(
			written.toSorted((a, b) => (a.id < b.id ? -1 : 1)).map(({ words }) => words)
		);
		expect(whole!.texts).not.toEqual(written.map(({ words }) => words));
	});

	test('stay back where fewer wrote than the people who wrote were told', () => {
		expect(keptOf(by('t1', 7))['whole']).toBe('few-writers');
		expect(keptOf(by('t1', 8))['whole']).toBeNull();
		const strict = { contract: { k: 12 } };
		expect(keptOf(by('t1', 11), strict)['whole']).toBe('few-writers');
		expect(keptOf(by('t1', 12), strict)['whole']).toBeNull();
	});

	test('of a small team stand among those of all teams only, and set no other team apart', () => {
		const kept = keptOf([...by('t1', 9), ...by('t2', 10), ...by('t3', 2)]);
		expect(kept).toEqual({
			whole: null,
			t1: 'remainder',
			t2: null,
			t3: 'few-writers',
			customers: 'few-writers'
		});
	});

	test('stay back of a group without numbers', () => {
		const teams = [round.teams[0]!, round.teams[1]!, hiddenGroup('t3', 'Legal')];
		const written = [...by('t1', 9), ...by('t2', 10), ...by('t3', 9)];
		expect(keptOf(written, { teams })).toMatchObject({
			t1: 'remainder',
			t2: null,
			t3: 'hidden-group'
		});
		const whole = hiddenGroup('whole', 'Lumen', 'same-weeks');
		expect(keptOf(written, { whole })['whole']).toBe('hidden-group');
	});

	test('say that they are deleted, once they are', () => {
		expect(Object.values(keptOf([], { areDeleted: true }))).toEqual(Array(5).fill('deleted'));
	});

	test('of very many are a few on a page, which says how many there are', () => {
		const [whole] = firstComments(commentViews(round, by('t1', 30)), 20);
		expect([whole!.texts.length, whole!.count]).toEqual([20, 30]);
	});
});
