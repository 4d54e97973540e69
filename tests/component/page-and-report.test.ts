import ResultReport from '$lib/components/report/ResultReport.svelte';
import { holoscope } from '$lib/content/instruments';
import type { ReportBlock } from '$lib/content/report/document';
import { personDocument } from '$lib/content/report/person-document';
import type { Item } from '$lib/domain/instrument/instrument';
import { personReport } from '$lib/domain/report/person-report';
import type { Sheet } from '$lib/domain/sheet';
import { render, screen, within } from '@testing-library/svelte';
import { expect, test } from 'vitest';
import { answersOf } from '../support/answers';
import { typicalSheet } from '../support/person-sheets';
import { someSheet } from '../support/sheets';

/** Places from 1 (monolith) to 5 (hologram) by dimension, all else halfway; null is not sure. */
function sheetAt(places: Record<string, number | null>, changes: Partial<Sheet> = {}): Sheet {
	const answers = answersOf(changes.form ?? 'full', ({ dimension, key }: Item) => {
		const place = dimension in places ? places[dimension]! : 3;
		return place === null ? null : key === 1 ? place : 6 - place;
	});
	return someSheet({ ...changes, answers });
}

const sheets: [string, Sheet][] = [
	['halfway everywhere', sheetAt({})],
	['typical', typicalSheet()],
	['typical of a leader', typicalSheet({ lens: 'leader' }, 3)],
	['three stand out', sheetAt({ voice: 5, rules: 1, stories: 1 })],
	['four could stand out', sheetAt({ voice: 5, regard: 5, rules: 1, stories: 1 })],
	['turned inward', sheetAt({ 'outside-in': 1, 'give-and-get': 5 })],
	['connected', sheetAt({ 'outside-in': 5, 'give-and-get': 5 })],
	['walled', sheetAt({ 'outside-in': 1, 'give-and-get': 1 })],
	['a heroic front line', sheetAt({ 'outside-in': 5, 'give-and-get': 1 })],
	['only the customer is clear', sheetAt({ 'outside-in': 5 })],
	['only give and get is clear', sheetAt({ 'give-and-get': 1 })],
	['balance cannot be told', sheetAt({ 'give-and-get': null })],
	['all hologram', sheetAt(Object.fromEntries(holoscope.dimensions.map(({ id }) => [id, 5])))],
	['all monolith', sheetAt(Object.fromEntries(holoscope.dimensions.map(({ id }) => [id, 1])))],
	['nothing was sure', typicalSheet({ answers: answersOf('full', () => null) })],
	['a customer', typicalSheet({ lens: 'customer' })],
	['the quick form', typicalSheet({ form: 'quick' })]
];

function allOf(blocks: readonly ReportBlock[]): ReportBlock[] {
	return blocks.flatMap((block) => {
		if (block.kind === 'section') return [block, ...allOf(block.blocks)];
		if (block.kind === 'beside') return allOf([...block.left, ...block.right]);
		return block.kind === 'columns' ? allOf(block.columns.flat()) : [block];
	});
}

function reportOf(sheet: Sheet) {
	const report = personReport(holoscope, sheet);
	const document = personDocument({ instrument: holoscope, report, earlier: [], paper: 'a4' });
	const blocks = allOf(document.blocks);
	const find = <K extends ReportBlock['kind']>(kind: K) =>
		blocks.find((block): block is Extract<ReportBlock, { kind: K }> => block.kind === kind);
	return { ...document, find, said: JSON.stringify(document.blocks) };
}

function show(sheet: Sheet) {
	render(ResultReport, {
		sheet,
		keptId: 'this',
		history: [{ ...sheet, id: 'this' }],
		others: 0,
		importReport: undefined,
		link: '',
		onremove: async () => {},
		onrestore: async () => {},
		onfile: () => {},
		ondelete: () => {}
	});
}

const words = (element: Element) => element.textContent.replaceAll(/\s+/g, ' ').trim();
const plain = (text: string) => text.replaceAll('±', '± ').replaceAll(/\s+/g, ' ');

test.each(sheets)('page and report say one place, with one margin: %s', (_, sheet) => {
	show(sheet);
	const { heading, lead } = reportOf(sheet);
	expect(words(screen.getByRole('heading', { level: 1 }))).toBe(heading);

	const sure = screen.queryByText(/^\d+ of 100, give or take \d+\.$/);
	const score = /^\d+ of 100, give or take \d+/;
	expect(sure?.textContent.match(score)?.[0]).toBe(lead[0]!.match(score)?.[0]);
});

test.each(sheets)('page and report show the same dimensions: %s', (_, sheet) => {
	show(sheet);
	const lines = reportOf(sheet).find('scores')?.lines ?? [];
	const rows = screen
		.queryAllByRole('listitem')
		.flatMap((item) => [...item.querySelectorAll('.row')])
		.map((row) => [
			words(row.querySelector('.name')!),
			words(row.querySelector('.score [aria-hidden], .score .none')!)
		]);
	const expected = lines.map(({ name, label, marginLabel }) => [
		name,
		plain(`${label} ${marginLabel}`).trim()
	]);
	expect(rows).toEqual(expected);
});

test.each(sheets)('page and report let the same stand out, with one advice: %s', (_, sheet) => {
	show(sheet);
	const entries = reportOf(sheet).find('poles')?.entries ?? [];
	const section = screen.queryByRole('region', { name: /differs? from the rest for sure/ });
	const cards = section ? within(section).getAllByRole('heading', { level: 3 }) : [];

	expect(cards.map((card) => card.firstChild!.textContent!.trim())).toEqual(
		entries.map(({ name }) => name)
	);
	for (const { place, low, high, practices } of entries) {
		const [, score, margin] = /^(\d+) of 100, give or take (\d+)/.exec(place)!;
		expect(cards.map(words).join()).toContain(`${score} ± ${margin}`);
		for (const text of [low.text, high.text, ...practices.flatMap(Object.values)]) {
			expect(words(section!)).toContain(text);
		}
	}
});

test.each(sheets)('page and report read the balance alike: %s', (_, sheet) => {
	show(sheet);
	const { said } = reportOf(sheet);
	const eyebrow = screen.queryByText('Inward and outward');
	expect(said.includes('Inward and outward')).toBe(eyebrow !== null);

	const card = eyebrow?.closest('section');
	const lines = card ? [...card.querySelectorAll('h2, p:not(.eyebrow)')].map(words) : [];
	for (const line of lines) expect(said).toContain(line);
});
