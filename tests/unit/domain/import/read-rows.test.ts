import { lensWords } from '$lib/content/import-words';
import { holoscope } from '$lib/content/instruments';
import type { ColumnMeaning } from '$lib/domain/import/columns';
import { readRows, refusalsOf, type ImportPlan } from '$lib/domain/import/read-rows';
import { groupRefusals } from '$lib/domain/import/refusal-groups';
import fc from 'fast-check';
import { expect, test } from 'vitest';

const teams = [
	{ id: 'h', name: 'Harbor' },
	{ id: 'k', name: 'Küche' }
];
const place = { round: { form: 'full', contract: {} }, instrument: holoscope, teams };
const item = (id: string): ColumnMeaning => ({ kind: 'item', item: id });
const columns: ColumnMeaning[] = [
	{ kind: 'team' },
	{ kind: 'lens' },
	item('voice-1'),
	item('voice-2'),
	{ kind: 'ignored' }
];
const plan = (changes: Partial<ImportPlan> = {}): ImportPlan => ({
	columns,
	teamId: null,
	lens: 'member',
	teamChoices: new Map(),
	...changes
});
const read = (row: string[], changes: Partial<ImportPlan> = {}) =>
	readRows(place, plan(changes), [row]);

test('answers about the price of control are taken where the round asks for it, and left out elsewhere', () => {
	const asks = { ...place, round: { form: 'full', contract: { outcomes: true as const } } };
	const more = plan({ columns: [...columns, item('outcome-stay')] });
	const row = ['Harbor', 'member', '4', '1', '', '5'];

	expect(readRows(asks, more, [row]).sheets[0]!.answers).toMatchObject({ 'outcome-stay': 5 });
	expect(readRows(place, more, [row])).toMatchObject({ leftOut: 1, refusals: [] });
	expect(readRows(place, more, [row]).sheets[0]!.answers).not.toHaveProperty('outcome-stay');
});

test.each([
	['numbers', ['Harbor', 'member', '4', '1', ''], 'h', 'member', { 'voice-1': 4, 'voice-2': 1 }],
	[
		'labels',
		['harbor ', '', 'Often', 'not sure', 'x'],
		'h',
		'member',
		{ 'voice-1': 4, 'voice-2': null }
	],
	['codes', ['KÜCHE', 'Leaders', 'A2', 'AO05', ''], 'k', 'leader', { 'voice-1': 2, 'voice-2': 5 }],
	['a short row', ['Harbor', '', '3'], 'h', 'member', { 'voice-1': 3 }],
	['a customer', ['', 'customer', '3', '', ''], null, 'customer', { 'voice-1': 3 }]
])('reads %s', (_, row, teamId, lens, answers) => {
	expect(read(row)).toMatchObject({ sheets: [{ teamId, lens, answers }], rows: [2], refusals: [] });
});

test('a row that names no team belongs to the team that was chosen, unless it is a customer’s', () => {
	expect(read(['', '', '3'], { teamId: 'h' }).sheets[0]!.teamId).toBe('h');
	expect(read(['', 'customer', '3'], { teamId: 'h' }).sheets[0]!.teamId).toBeNull();
});

test('says of every bad cell its row, its column and what stands there', () => {
	const rows = [
		['Harbor', 'member', '4', '5', ''],
		['', '', '', '', ''],
		['Nowhere', 'boss', '7', '=1+1', '']
	];
	expect(readRows(place, plan(), rows)).toMatchObject({
		rows: [2],
		refusals: [
			{ code: 'import-unknown-lens', row: 4, column: 1, value: 'boss' },
			{ code: 'import-unknown-team', row: 4, column: 0, value: 'Nowhere' },
			{ code: 'import-unreadable-answer', row: 4, column: 2, value: '7' },
			{ code: 'import-unreadable-answer', row: 4, column: 3, value: '=1+1' }
		]
	});
});

test('a name that no team has can stand for a team, or its rows are skipped', () => {
	const row = ['Harbour', '', '4', 'nonsense', ''];
	expect(read(row).unknownTeams).toEqual([{ name: 'Harbour', rows: 1 }]);
	const chosen = read(['Harbour', '', '4'], { teamChoices: new Map([['harbour', 'h']]) });
	expect(chosen).toMatchObject({ sheets: [{ teamId: 'h' }], unknownTeams: [] });
	expect(read(row, { teamChoices: new Map([['harbour', null]]) })).toMatchObject({
		sheets: [],
		refusals: [],
		skipped: 1
	});
});

test('answers to questions that customers are not asked are left out and counted', () => {
	expect(read(['', 'customer', '3', '4', ''])).toMatchObject({
		sheets: [{ answers: { 'voice-1': 3 } }],
		leftOut: 1
	});
});

test('what the round says about a sheet is told at the row it came from', () => {
	const rows = readRows(place, plan(), [[], ['Harbor', '', '4'], [], ['Harbor', '', '3']]);
	const problem = { code: 'import-more-than-headcount' as const, sheet: 2 };
	expect(refusalsOf(rows, teams, [problem])).toEqual([
		{ code: 'import-more-than-headcount', row: 5, column: null, value: 'Harbor' }
	]);
});

test('a thousand bad rows are a few lines', () => {
	const rows = Array.from({ length: 1_000 }, (_, index) => ['Harbor', '', '9', index ? '1' : 'x']);
	const groups = groupRefusals(readRows(place, plan(), rows).refusals);
	expect(groups).toMatchObject([
		{ column: 2, count: 1_000, first: [{ row: 2 }, { row: 3 }, { row: 4 }] },
		{ column: 3, count: 1, first: [{ row: 2, value: 'x' }] }
	]);
});

test('every row that holds something is taken, refused or skipped, whatever it holds', () => {
	const cell = fc.oneof(
		fc.string(),
		fc.constantFrom('', 'Harbor', 'Nowhere', 'member', 'customer', '3', '9', 'Often', '=A1')
	);
	const meaning = fc.constantFrom(...columns);
	fc.assert(
		fc.property(fc.array(fc.array(cell, { maxLength: 6 })), fc.array(meaning), (rows, meanings) => {
			const out = readRows(
				place,
				plan({ columns: meanings, teamChoices: new Map([['nowhere', null]]) }),
				rows
			);
			const refused = new Set(out.refusals.map(({ row }) => row));
			const filled = rows.filter((cells) => cells.some((text) => text.trim() !== ''));
			expect(out.sheets.length + refused.size + out.skipped).toBe(filled.length);
			expect(out.rows.some((row) => refused.has(row))).toBe(false);
			const count = groupRefusals(out.refusals).reduce((sum, group) => sum + group.count, 0);
			expect(count).toBe(out.refusals.length);
		})
	);
});

test.each([
	'guess',
	'Guesses',
	'GUESS.',
	'Members’ guesses',
	'As customers would…',
	'as customers would answer',
	'customers’ guess'
])('“%s” is a guess, and which team it is from is not kept', (word) => {
	const words = { ...place, lensWords: lensWords() };
	const answered = readRows(words, plan(), [['Harbor', word, '4', '', '']]);
	expect(answered).toMatchObject({ refusals: [], sheets: [{ lens: 'guess', teamId: null }] });
	expect(readRows(words, plan({ lens: 'guess' }), [['', '', '4']]).sheets[0]!.lens).toBe('guess');
});

test('a guess of a team that nobody knows waits for a choice, as other rows do', () => {
	const row = ['Nowhere', 'guess', '4', '', ''];
	expect(read(row)).toMatchObject({ sheets: [], unknownTeams: [{ name: 'Nowhere', rows: 1 }] });
	expect(read(row, { teamChoices: new Map([['nowhere', null]]) })).toMatchObject({ skipped: 1 });
});

test('a guess leaves the price of control out, which nobody is asked to guess', () => {
	const asks = { ...place, round: { form: 'full', contract: { outcomes: true as const } } };
	const more = plan({ columns: [...columns, item('outcome-stay')] });
	const [guess] = readRows(asks, more, [['', 'guess', '4', '', '', '5']]).sheets;
	expect(guess!.answers).toEqual({ 'voice-1': 4 });
});
