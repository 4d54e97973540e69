import { holoscope } from '$lib/content/instruments';
import { toldSections } from '$lib/content/report/told-sections';
import { expect, test } from 'vitest';
import { flatBlocks } from '../../support/report-blocks';
import { someExchange, someTold } from '../../support/told';

const blocksOf = (...given: Parameters<typeof someTold>) =>
	flatBlocks(toldSections(holoscope, someTold(...given), 5));
const headings = (...given: Parameters<typeof someTold>) =>
	blocksOf(...given).flatMap((block) => (block.kind === 'section' ? [block.heading] : []));

test('a report tells what teams need and give, their pictures and their stories, each apart', () => {
	expect(headings().slice(0, 5)).toEqual([
		'What the teams need from each other',
		'Unmet',
		'Not asked for',
		'Met',
		'Does it come to a customer?'
	]);
	const words = JSON.stringify(blocksOf());
	expect(words).toContain('1 of 3 needs are met. 3 gives were not asked for.');
	expect(words).toContain('Depot → Archive: it stops with Archive.');
	expect(words).toContain('Archive has not written here');
	expect(words).toContain('Legal: Needs and gives are shown here for teams of 8 people or more.');
	expect(blocksOf().filter(({ kind }) => kind === 'network')).toHaveLength(1);
});

test('a report draws nothing where all needs and gives are kept back, and says why', () => {
	const exchange = someExchange();
	const kept = { ...exchange, whole: { ...exchange.whole, entries: [], same: [] }, silent: [] };
	const blocks = blocksOf({ exchange: kept, pictures: [], stories: null });
	expect(blocks.filter(({ kind }) => kind === 'network' || kind === 'table')).toEqual([]);
	expect(JSON.stringify(blocks)).toContain('Legal: ');
	expect(headings({ exchange: null, pictures: [], stories: null })).toEqual([]);
});

test('a report sets the teams’ pictures two by two', () => {
	const sections = toldSections(holoscope, someTold(), 5);
	const { blocks } = sections.find(({ heading }) => heading.startsWith('The teams’ pictures'))!;
	const columns = blocks.filter((block) => block.kind === 'columns');
	expect(columns.map(({ columns }) => columns.map((blocks) => blocks.length))).toEqual([
		[1, 1],
		[1, 0]
	]);
});
