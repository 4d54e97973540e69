import { csvExport } from '$lib/components/give-get/export-files';
import { chainWords, headlineWords, lineWords } from '$lib/content/give-get-words';
import { confirmed } from '$lib/domain/give-get/edit';
import { linesOf } from '$lib/domain/give-get/states';
import { expect, test } from 'vitest';
import { giveAndGet } from '../../../support/give-get';

const whole = confirmed(
	giveAndGet({ Ana: 'person', Ben: 'team', Shop: 'customer' }, [
		'get Ana > Ben: price list',
		'give Ana > Ben: the prices',
		'give Ben > Shop: =1+1'
	]),
	{ get: 'get-0', give: 'give-1' }
);

test('the table has a row for each need and give, and nothing that a spreadsheet would run', async () => {
	expect((await csvExport(whole)).split('\r\n')).toEqual([
		'\uFEFFstate,from,from kind,to,to kind,needed,given',
		'Met,Ana,Person,Ben,Team,price list,the prices',
		`Not asked for,Ben,Team,Shop,Customer,,"'=1+1"`,
		''
	]);
});

test('what met is said with both wordings where they differ', () => {
	const words = linesOf(whole).map((line) => lineWords(whole.parties, line));
	expect(words).toEqual([
		'Ben needs from Ana: price list (given as: the prices)',
		'Ben gives Shop: =1+1'
	]);
});

test.each([
	[0, 0, 'Nobody has asked for anything yet'],
	[0, 1, '0 of 1 need is met'],
	[1, 0, 'The one need is met'],
	[2, 3, '2 of 5 needs are met'],
	[5, 0, 'All 5 needs are met']
])('%i met and %i unmet: %s', (met, unmet, words) => {
	expect(headlineWords({ met, unmet, unasked: 0 })).toBe(words);
});

test('a chain says where it stops', () => {
	const stops = { parties: ['Ana', 'Ben'], end: 'stops' as const };
	expect(chainWords(whole.parties, stops)).toBe('Ana → Ben: it stops with Ben.');
	const circle = { parties: ['Ana', 'Ben', 'Ana'], end: 'circle' as const };
	expect(chainWords(whole.parties, circle)).toBe('Ana → Ben → Ana: it goes round in a circle.');
});
