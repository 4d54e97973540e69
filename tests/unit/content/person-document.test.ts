import { holoscope } from '$lib/content/instruments';
import { personDocument, personFileName } from '$lib/content/report/person-document';
import type { ReportBlock } from '$lib/content/report/document';
import { personReport } from '$lib/domain/report/person-report';
import type { Sheet } from '$lib/domain/sheet';
import { expect, test } from 'vitest';
import { everyItem } from '../../support/answers';
import { typicalSheet } from '../../support/person-sheets';

function documentOf(sheet: Sheet, earlier: Sheet[] = []) {
	const report = personReport(holoscope, sheet, earlier);
	return personDocument({ instrument: holoscope, report, earlier, paper: 'a4' });
}

function kindsOf(blocks: readonly ReportBlock[]): string[] {
	return blocks.flatMap((block) => [block.kind, ...kindsOf(childrenOf(block))]);
}

function childrenOf(block: ReportBlock): ReportBlock[] {
	if (block.kind === 'section') return block.blocks;
	if (block.kind === 'beside') return [...block.left, ...block.right];
	return block.kind === 'columns' ? block.columns.flat() : [];
}

test.each([
	['monolith', 'You see your team as a monolith', '0 of 100, give or take 7 points.'],
	['hologram', 'You see your team as a hologram', '100 of 100, give or take 7 points.']
] as const)('says in words where the team stands: %s', (pole, heading, lead) => {
	const report = documentOf(typicalSheet({ answers: everyItem('full', pole) }));
	expect(report.heading).toBe(heading);
	expect(report.lead[0]).toContain(lead);
});

test('speaks of the organization to people outside', () => {
	expect(documentOf(typicalSheet({ lens: 'customer' })).heading).toMatch(
		/^You see Northwind Foods as/
	);
});

test('says that nothing can be said when there are too few answers', () => {
	expect(documentOf(typicalSheet({ answers: {} })).heading).toBe(
		'Too few answers for one place on the spectrum'
	);
});

test('shows no dimension of the quick form by itself', () => {
	const kinds = kindsOf(documentOf(typicalSheet({ form: 'quick' })).blocks);
	expect(kinds).not.toContain('radar');
	expect(kinds).not.toContain('scores');
	expect(kinds).toContain('spectrum');
});

test('shows change only beside an earlier sheet', () => {
	const earlier = [typicalSheet({ day: '2026-05-01' }, 4)];
	expect(kindsOf(documentOf(typicalSheet()).blocks)).not.toContain('change');
	expect(kindsOf(documentOf(typicalSheet(), earlier).blocks)).toContain('change');
});

test('carries what is needed to recompute it', () => {
	const sheet = typicalSheet();
	const { sheet: attached, scores } = JSON.parse(documentOf(sheet).data.json);
	expect(attached).toEqual(sheet);
	expect(scores).toEqual(personReport(holoscope, sheet).score);
});

test('lists every question that was asked', () => {
	const answers = documentOf(typicalSheet()).blocks.flatMap((block) =>
		block.kind === 'section' ? block.blocks.filter(({ kind }) => kind === 'table') : []
	)[0];
	expect(answers).toMatchObject({ kind: 'table' });
	expect((answers as { rows: string[][] }).rows).toHaveLength(36);
});

test('is saved under a name that says whose it is and when', () => {
	expect(personFileName(typicalSheet())).toBe('Holoscope Northwind Foods 2026-11-22.pdf');
	expect(personFileName(typicalSheet({ organization: '' }))).toBe('Holoscope 2026-11-22.pdf');
});
