import { holoscope } from '$lib/content/instruments';
import type { PlatesBlock, TableBlock } from '$lib/content/report/document';
import { groupDocument } from '$lib/content/report/group-document';
import { clearNeeds, type GroupReport } from '$lib/domain/report/group-report';
import { demoTeams } from '../../../src/cli/demo/story';
import { describe, expect, test } from 'vitest';
import { demoPeople, ownReport } from '../../support/organizations';
import { flatBlocks } from '../../support/report-blocks';

const report = ownReport(demoPeople());

function documentOf(changes: Partial<GroupReport> = {}) {
	return groupDocument({ instrument: holoscope, report: { ...report, ...changes }, paper: 'a4' });
}

const blocksOf = (changes?: Partial<GroupReport>) => flatBlocks(documentOf(changes).blocks);
const headings = (changes?: Partial<GroupReport>) =>
	blocksOf(changes).flatMap((block) => (block.kind === 'section' ? [block.heading] : []));
const textOf = (changes?: Partial<GroupReport>) => JSON.stringify(blocksOf(changes));

function overall(mean: number | null, margin: number | null): Partial<GroupReport> {
	return { whole: { ...report.whole, overall: { ...report.whole.overall, mean, margin } } };
}

describe('the cover', () => {
	test.each([
		[
			50,
			3,
			'The people of Northwind Foods see it as halfway from monolith to hologram',
			'50 of 100, give or take 3 points. The words hold'
		],
		[
			58,
			3,
			'The people of Northwind Foods see it between halfway and mostly hologram',
			'58 of 100, give or take 3 points. One word alone'
		],
		[10, 1, 'The people of Northwind Foods see it as a monolith', 'give or take one point.'],
		[
			50,
			null,
			'The people of Northwind Foods see it as halfway',
			'Too few people answered to say how sure'
		],
		[null, null, 'Too few answers for one place', 'Nobody answered enough questions']
	])('of %s ± %s says where they stand and how sure that is', (mean, margin, heading, sure) => {
		const document = documentOf(overall(mean, margin));
		expect(document.heading).toContain(heading);
		expect(document.lead).toHaveLength(1);
		expect(document.lead[0]).toContain(sure);
	});

	test('says how many of how many answered, in how many teams', () => {
		expect(documentOf().facts.slice(0, 2)).toEqual(['191 of 231 people', '12 teams']);
	});
});

describe('teams', () => {
	const names = demoTeams.map(({ name }) => name);

	test('stand in the given order in every list of them: there is no ranking', () => {
		const plates = blocksOf().find((block): block is PlatesBlock => block.kind === 'plates')!;
		const tables = blocksOf().filter((block): block is TableBlock => block.kind === 'table');
		const table = tables.find(({ rows }) => rows[0]![1] === names[0])!;
		const numbered = names.map((name, at) => `${at + 1} ${name}`);
		expect(plates.entries.map(({ name }) => name)).toEqual(numbered);
		expect(table.rows.map(([number, name]) => `${number} ${name}`)).toEqual(numbered);
	});

	test('are drawn up to 240, and counted in words beyond', () => {
		const teams = Array.from({ length: 241 }, () => report.teams[0]!);
		expect(textOf({ teams: teams.slice(1) })).toContain('"plates"');
		expect(textOf({ teams })).not.toContain('"plates"');
		expect(textOf({ teams })).toContain('241 teams are too many to draw one by one');
	});

	test('beyond a thousand are left to the attached data', () => {
		const teams = Array.from({ length: 1001 }, () => report.teams[0]!);
		expect(textOf({ teams })).toContain('The first 1000 of 1001 teams');
		expect(JSON.parse(documentOf({ teams }).data.json).report.teams).toHaveLength(1001);
	});
});

test('practices are for the two dimensions that need it most, and no other', () => {
	const poles = blocksOf().flatMap((block) => (block.kind === 'poles' ? block.entries : []));
	const needs = clearNeeds(holoscope, report.whole).map(({ measure }) => measure);
	expect(needs).toHaveLength(2);
	expect(poles.map(({ name }) => name)).toEqual(
		needs.map((id) => holoscope.dimensions.find((dimension) => dimension.id === id)!.name)
	);
	expect(poles.every(({ practices }) => practices.length === 2)).toBe(true);
});

test('one team by itself has no parts to compare', () => {
	const one = { teams: [], fidelity: null };
	expect(headings(one)).not.toContain('Do the parts mirror the whole?');
	expect(headings(one)).not.toContain('All teams');
});

test('the quick form shows the overall and says why it shows no dimension', () => {
	const quick = ownReport(demoPeople('quick'), 'quick');
	const text = textOf(quick);
	expect(text).toContain('too rough to show a dimension by itself');
	expect(text).not.toContain('"radar"');
	expect(text).not.toContain('"plates"');
});

test('differences between lenses are told in one line for each direction', () => {
	const gap = { a: 'member', b: 'customer' } as const;
	const text = textOf({
		lenses: [{ lens: 'customer', group: report.whole }],
		gaps: [
			{ ...gap, measure: 'voice', difference: 14.4 },
			{ ...gap, measure: 'power', difference: 11 },
			{ ...gap, measure: 'rules', difference: -12 }
		]
	});
	expect(text).toContain(
		'nearer to the hologram than customers do, by so many points: Voice (14) and Power (11).'
	);
	expect(text).toContain(
		'nearer to the monolith than customers do, by so many points: Rules and relationships (12).'
	);
});

test('the attached numbers are those of the report', () => {
	expect(JSON.parse(documentOf().data.json)).toEqual({
		instrument: 'holoscope',
		edition: '2026.1',
		report
	});
});

describe('the price of control', () => {
	const outcome = (measure: string, mean: number | null) => ({
		measure,
		n: mean === null ? null : 40,
		mean,
		margin: mean === null ? null : 6,
		bound: null,
		agreement: null,
		missing: mean === null ? ('hidden' as const) : null
	});
	const outcomes = [
		outcome('outcome-care', 71),
		outcome('outcome-buy', 60),
		outcome('outcome-stay', null)
	];

	test('is a table beside the scores that says how sure it is, what is hidden, and no cause', () => {
		const changes = { whole: { ...report.whole, outcomes } };

		expect(headings(changes)).toContain('The price of control');
		expect(textOf(changes)).toMatch(/71 ±\s?6 \(n = 40\)/);
		expect(textOf(changes)).toContain('One round cannot tell what causes what');
		const table = blocksOf(changes).find(
			(block): block is TableBlock =>
				block.kind === 'table' && block.rows.some(([name]) => name === 'Customers who stay')
		);
		expect(table?.rows.at(-1)?.[1]).toBe('Hidden');
	});

	test('is nowhere in a report of a round that did not ask', () => {
		expect(headings()).not.toContain('The price of control');
	});
});
