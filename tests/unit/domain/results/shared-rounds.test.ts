import type { Publication } from '$lib/domain/publication/publication';
import { cellOf } from '$lib/domain/publication/publish';
import { countRound, type RoundSheet } from '$lib/domain/results/counted-round';
import { publishRound } from '$lib/domain/results/publish-round';
import { expect, describe, test } from 'vitest';
import { madeRound, publicationOf } from '../../../support/closed-rounds';

type Made = ReturnType<typeof madeRound>;

const TEAMS = 6;
const PEOPLE = 12;

/** Six teams of twelve, all of whom answered; and their answers if everybody had second thoughts. */
const first = roundOf(1);
const others = roundOf(2);

function roundOf(seed: number, contract = {}): Made {
	const teams = Array.from({ length: TEAMS }, () => ({ headcount: 20, answered: PEOPLE }));
	return madeRound({ teams, seed, contract: { lenses: ['member'], ...contract } });
}

const sheetsOf = ({ sheets }: Made, team: number) =>
	sheets.filter(({ teamId }) => teamId === `t${team}`);

/** The next round: in each team so many people answer something else, and so many more join (or leave). */
function following(changes: { moved: number; joined?: number }[]): Made {
	const sheets = changes.flatMap(({ moved, joined = 0 }, i): RoundSheet[] => {
		const [same, other] = [sheetsOf(first, i + 1), sheetsOf(others, i + 1)];
		const stay = same.slice(moved, Math.min(PEOPLE, PEOPLE + joined));
		return [...other.slice(0, moved), ...stay, ...other.slice(PEOPLE - Math.max(0, joined))];
	});
	return { closed: { ...first.closed, round: { ...first.closed.round, id: 'next' } }, sheets };
}

function publishedAfterFirst({ closed, sheets }: Made, published = publicationOf(first)) {
	const before = { counted: countRound(first.closed, first.sheets), sheets: first.sheets };
	return publishRound(countRound(closed, sheets), {
		ledger: [],
		previous: { publication: published, counted: before.counted },
		sameWeeks: { sheets, before, published }
	});
}

/** “value”, or the rule that hides the overall score. */
function overall(publication: Publication, group: string): string {
	const { mean } = cellOf(publication, group, 'overall');
	return mean.as === 'hidden' ? mean.because : mean.as;
}

const teams = (publication: Publication) =>
	Array.from({ length: TEAMS }, (_, i) => overall(publication, `t${i + 1}`));
const moved = (...people: number[]) => people.map((each) => ({ moved: each }));

describe('A round that asks about the same weeks as the one before', () => {
	test('shows the same again where nobody changed', () => {
		const again = publishedAfterFirst(following(moved(0, 0, 0, 0, 0, 0)));

		expect(overall(again, 'whole')).toBe('value');
		expect(teams(again)).toEqual(Array(TEAMS).fill('value'));
	});

	test('refuses the team in which one person changed, and the whole, which would tell the same', () => {
		const result = publishedAfterFirst(following(moved(1, 0, 0, 0, 0, 0)));

		expect(overall(result, 'whole')).toBe('same-weeks');
		expect(teams(result)[0]).toBe('same-weeks');
		expect(teams(result).slice(1)).toContain('value');
	});

	test.each([
		[4, 'same-weeks'],
		[7, 'value']
	])('of %i who changed in a team makes its score: %s', (people, shown) => {
		const result = publishedAfterFirst(following(moved(people, 7, 7, 7, 7, 7)));

		expect(teams(result)[0]).toBe(shown);
	});

	test('refuses a team that one person joined or left, and allows one that seven joined', () => {
		const changes = moved(7, 7, 7, 7, 7, 7).map((change) => ({ ...change, joined: 0 }));
		const only = (joined: number) =>
			publishedAfterFirst(following([{ moved: 0, joined }, ...changes.slice(1)]));

		expect(teams(only(1))[0]).toBe('same-weeks');
		expect(teams(only(-1))[0]).toBe('same-weeks');
		expect(teams(only(7))[0]).toBe('value');
	});

	test('refuses a remainder of few who changed, though every group by itself is large', () => {
		// The whole and five teams would tell what the three of the sixth changed.
		const result = publishedAfterFirst(following(moved(3, 8, 8, 8, 8, 8)));

		expect(teams(result)[0]).toBe('same-weeks');
		const isAllElseShown = [overall(result, 'whole'), ...teams(result).slice(1)].every(
			(shown) => shown === 'value'
		);
		expect(isAllElseShown).toBe(false);
	});

	test.each([1, 2, 3, 4, 5, 6, 7, 8])(
		'never shows a team twice when one to four changed in it (organization %i)',
		(seed) => {
			const people = Array.from({ length: TEAMS }, (_, i) => (seed * (3 * i + 2) + i) % 9);
			const result = publishedAfterFirst(following(moved(...people)));

			teams(result).forEach((shown, i) => {
				if (people[i]! > 0 && people[i]! < 5) expect(shown).not.toBe('value');
			});
		}
	);

	test('names what it shares in the ledger, whether or not anybody changed', () => {
		const atoms = (people: number) =>
			publishedAfterFirst(following(moved(people, 7, 7, 7, 7, 7))).entries.find(
				({ group }) => group === 't1'
			)?.atoms;

		expect(atoms(0)).toEqual(['member:t1/same', 'member:t1/now']);
		expect(atoms(7)).toEqual(atoms(0));
	});

	test('tells the change beside what it shows', () => {
		const { findings } = publishedAfterFirst(following(moved(7, 7, 7, 7, 7, 7)));

		expect(
			findings.find(({ id }) => id.startsWith('change') && id.includes('t1/overall'))
		).toBeDefined();
	});

	test('shows nothing where the round before shared answers with one before it', () => {
		const shared = publishedAfterFirst(following(moved(0, 0, 0, 0, 0, 0)));
		const result = publishedAfterFirst(following(moved(0, 0, 0, 0, 0, 0)), shared);

		expect([overall(result, 'whole'), ...teams(result)]).toEqual(Array(7).fill('same-weeks'));
	});

	test('shows everything where people agreed that answers are seen', () => {
		const open = roundOf(1, { openness: 'open' });
		const result = publishRound(countRound(open.closed, open.sheets), {
			ledger: [],
			previous: null,
			sameWeeks: 'unknown'
		});

		expect(teams(result)).toEqual(Array(TEAMS).fill('value'));
	});
});
