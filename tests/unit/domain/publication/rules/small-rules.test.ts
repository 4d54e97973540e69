import { distributionDetail, shapeOf } from '$lib/domain/publication/rules/distribution';
import { marginMinimum } from '$lib/domain/publication/rules/margin';
import { partToHideToo } from '$lib/domain/publication/rules/one-part-hidden';
import { shownProgress } from '$lib/domain/publication/rules/progress';
import { isSecondVoteTooClose } from '$lib/domain/publication/rules/second-vote';
import { isTooSmall } from '$lib/domain/publication/rules/small-group';
import { isAgreed } from '$lib/domain/publication/rules/agreed-cuts';
import { describe, expect, test } from 'vitest';
import { contractWith } from '../../../../support/publication/builders';

const { contract } = contractWith();
const { contract: open } = contractWith({ openness: 'open' });

describe('a small group', () => {
	test.each([
		[0, 0, true],
		[4, 0, true],
		[5, 0, false],
		[1, 1, false],
		[6, 2, true],
		[7, 2, false]
	])('of %i sheets, %i of them known anyway: too small is %s', (sheets, known, expected) => {
		expect(isTooSmall(sheets, known, contract)).toBe(expected);
	});

	test('is shown where everybody agreed to an open vote, an empty one is not', () => {
		expect(isTooSmall(2, 0, open)).toBe(false);
		expect(isTooSmall(0, 0, open)).toBe(true);
	});
});

describe('a distribution', () => {
	test.each([
		['seven people', [1, 2, 2, 1, 1], 'nothing'],
		['eight people', [0, 2, 4, 2, 0], 'shape'],
		['nine people, fewer than twice k', [0, 3, 4, 2, 0], 'shape'],
		['ten people', [0, 3, 4, 3, 0], 'counts'],
		['ten people, one of them alone', [1, 3, 4, 2, 0], 'shape'],
		['ten people, all of them alike', [0, 10, 0, 0, 0], 'shape'],
		['ten people, all but one alike', [0, 9, 1, 0, 0], 'shape']
	])('of %s is shown as %s', (_, counts, detail) => {
		expect(distributionDetail(counts, contract)).toBe(detail);
	});

	test('as a shape hides whether a low answer was given at all, and whether a high one was by all', () => {
		expect(shapeOf([0, 1, 1, 2, 5])).toEqual(['low', 'low', 'low', 'middle', 'high']);
		expect(shapeOf([0, 0, 0, 0, 9])).toEqual(['low', 'low', 'low', 'low', 'high']);
	});
});

test.each([
	['item', 8],
	['vote', 8],
	['dimension', 5],
	['overall', 5]
] as const)('a margin of one %s needs %i people', (kind, people) => {
	expect(marginMinimum({ kind }, contract)).toBe(people);
});

describe('how many have answered', () => {
	test.each([
		['fewer than k', 4, 12, { as: 'too-few-to-say' }],
		['k', 5, 12, { as: 'count', finished: 5 }],
		['all but one', 11, 12, { as: 'nearly-all' }],
		['all but two', 10, 12, { as: 'nearly-all' }],
		['all but three', 9, 12, { as: 'count', finished: 9 }],
		['all', 12, 12, { as: 'count', finished: 12 }],
		['more than the headcount says', 13, 12, { as: 'count', finished: 13 }],
		['some of an unknown number', 7, null, { as: 'count', finished: 7 }]
	])('when it is %s', (_, finished, headcount, shown) => {
		expect(shownProgress(finished, headcount, contract)).toEqual(shown);
	});
});

describe('a second vote', () => {
	test.each([
		['linked, one moved', 1, true],
		['linked, four moved', 4, true],
		['linked, five moved', 5, false],
		['linked, nobody moved', 0, false],
		['not linked', null, false]
	])('%s: too close is %s', (_, changed, expected) => {
		expect(isSecondVoteTooClose(changed, contract)).toBe(expected);
	});

	test('may be shown however few moved where everybody agreed to an open vote', () => {
		expect(isSecondVoteTooClose(1, open)).toBe(false);
	});
});

test('a group is agreed when the contract names its cut and its lens', () => {
	const { contract: narrow } = contractWith({ cuts: ['whole', 'lens'], lenses: ['member'] });

	expect(isAgreed({ cut: 'whole', lens: null }, narrow)).toBe(true);
	expect(isAgreed({ cut: 'lens', lens: 'member' }, narrow)).toBe(true);
	expect(isAgreed({ cut: 'lens', lens: 'leader' }, narrow)).toBe(false);
	expect(isAgreed({ cut: 'team', lens: null }, narrow)).toBe(false);
});

describe('an overall with one hidden dimension', () => {
	const part = (id: string, n: number, isShown: boolean) => ({ id, n, isShown });

	test('takes the dimension with the fewest sheets with it', () => {
		const parts = [part('voice', 4, false), part('rules', 9, true), part('roles', 8, true)];
		expect(partToHideToo(parts)).toBe('roles');
	});

	test('stays as it is when two are hidden, or none, or when it stands alone', () => {
		const [shown, hidden] = [part('a', 9, true), part('b', 4, false)];
		expect(partToHideToo([shown, shown])).toBeNull();
		expect(partToHideToo([shown, hidden, hidden])).toBeNull();
		expect(partToHideToo([hidden])).toBeNull();
	});
});
