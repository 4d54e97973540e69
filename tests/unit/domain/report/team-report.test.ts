import { holoscope } from '$lib/content/instruments';
import { groupDocument } from '$lib/content/report/group-document';
import { reportOfTeam } from '$lib/domain/report/report-of-results';
import { describe, expect, test } from 'vitest';
import { someResults } from '../../../support/results';

const results = someResults();
const day = '2026-11-20';
const reportFor = (name: string) =>
	reportOfTeam(
		results,
		results.teams.find((team) => team.name === name)!,
		day
	);
const documentFor = (name: string) =>
	groupDocument({ instrument: holoscope, report: reportFor(name), paper: 'a4' });

describe('the report of one team', () => {
	test('has the numbers of its page, beside the overall of the whole', () => {
		const support = results.teams[0]!;
		const report = reportFor('Support');
		expect(report.whole.overall.mean).toBe(
			support.overall.mean.as === 'value' && support.overall.mean.value
		);
		expect(report.within).toMatchObject({ whole: { name: 'Northwind Foods' }, differs: false });
		expect(report.within!.whole.overall.n).toBe(results.whole.overall.n);
		expect(reportFor('Finance').within!.differs).toBe(true);
	});

	test('names no other team, in words or in the attached numbers', () => {
		const written = JSON.stringify(documentFor('Finance'));
		const others = results.teams.map(({ name }) => name).filter((name) => name !== 'Finance');
		for (const name of others.filter((name) => name.includes(' ') || name === 'Purchasing'))
			expect(written).not.toContain(name);
		expect(reportFor('Finance').teams).toEqual([]);
	});

	test('says what it is in title, facts and heading', () => {
		const { title, facts, heading } = documentFor('Support');
		expect(title).toBe('Between monolith and hologram: Support, Northwind Foods');
		expect(facts.slice(0, 2)).toEqual(['Northwind Foods', '16 of 20 people']);
		expect(heading).toMatch(/^Support sees itself/);
	});

	test('tells how it moved since last time', () => {
		const change = { as: 'value', value: { difference: -7, margin: 4, isClear: true } } as const;
		const team = results.teams[0]!;
		const moved = { ...team, overall: { ...team.overall, change } };
		const report = reportOfTeam(results, moved, day);
		const written = JSON.stringify(groupDocument({ instrument: holoscope, report, paper: 'a4' }));
		expect(written).toContain('Overall: −7 points, give or take 4. That is larger');
	});
});

describe('the report of a hidden team', () => {
	test.each(['Legal', 'Quality'])('of %s begins a talk, without a number', (name) => {
		const { heading, blocks } = documentFor(name);
		const written = JSON.stringify(blocks);
		expect(heading).toBe(`${name}: talk first, without numbers`);
		expect(written).toContain('Ask how it serves the customer');
		expect(written).not.toMatch(/of 100|±/);
		expect(written).not.toContain('"table"');
	});
});
