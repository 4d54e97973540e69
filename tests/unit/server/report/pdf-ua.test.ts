import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { holoscope } from '$lib/content/instruments';
import type { ReportDocument } from '$lib/content/report/document';
import { groupDocument } from '$lib/content/report/group-document';
import { personDocument } from '$lib/content/report/person-document';
import { recapDocument } from '$lib/content/report/recap-document';
import { personReport } from '$lib/domain/report/person-report';
import { reportOfResults, reportOfTeam } from '$lib/domain/report/report-of-results';
import type { Results } from '$lib/domain/results/results';
import { readLogo } from '$lib/server/report/read-logo';
import { createTypesetter } from '$lib/server/report/typesetter';
import { createCanvas } from '@napi-rs/canvas';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { matterhornFailures } from '../../../support/pdf-ua/matterhorn';
import {
	catalog,
	pages,
	readPdf,
	type Dictionary,
	type Pdf
} from '../../../support/pdf-ua/read-pdf';
import { everyElement, structure } from '../../../support/pdf-ua/structure';
import { typicalSheet } from '../../../support/person-sheets';
import { typicalRecap } from '../../../support/recaps';
import { hasPdfTools } from '../../../support/report-pages';
import {
	manyTeams,
	nothingShown,
	oneTeam,
	someResults,
	withOutcomes
} from '../../../support/results';

const DAY = '2026-11-20';
const instrument = holoscope;
const typesetter = createTypesetter();
const folder = mkdtempSync(join(tmpdir(), 'pdf-ua-'));
afterAll(() => rmSync(folder, { recursive: true }));

function read(document: ReportDocument): Pdf {
	const made = typesetter.typeset(document);
	if ('problem' in made) throw new Error(made.problem);
	const path = join(folder, 'report.pdf');
	writeFileSync(path, made.pdf);
	return readPdf(path);
}

function person(): ReportDocument {
	const earlier = [typicalSheet({ day: '2026-05-01' }, 4)];
	const report = personReport(instrument, typicalSheet(), earlier);
	return personDocument({ instrument, report, earlier, paper: 'a4' });
}

function organization(results: Results, paper: 'a4' | 'letter' = 'a4'): ReportDocument {
	return groupDocument({ instrument, report: reportOfResults(results, DAY), paper });
}

function team(name: string): ReportDocument {
	const results = someResults();
	const found = results.teams.find((each) => each.name === name)!;
	return groupDocument({ instrument, report: reportOfTeam(results, found, DAY), paper: 'letter' });
}

async function branded(): Promise<ReportDocument> {
	const canvas = createCanvas(300, 100);
	canvas.getContext('2d').fillRect(0, 0, 200, 100);
	const logo = await readLogo(canvas.toBuffer('image/png'));
	const branding = { accent: '#0a5c36', logo: logo.ok ? logo.logo : null };
	const report = reportOfResults(someResults(), DAY);
	return groupDocument({ instrument, report, paper: 'a4', branding });
}

const documents: [string, () => ReportDocument | Promise<ReportDocument>][] = [
	['a person', person],
	['a team', () => team('Support')],
	['a hidden team', () => team('Legal')],
	['an organization', () => organization(someResults())],
	['an organization on Letter', () => organization(someResults(), 'letter')],
	['an organization with outcomes', () => organization(withOutcomes())],
	['an organization with a logo', branded],
	['200 teams', () => organization(manyTeams(200))],
	['one team', () => organization(oneTeam())],
	['nothing shown', () => organization(nothingShown())],
	['a workshop', () => recapDocument({ instrument, recap: typicalRecap, paper: 'a4' })]
];

describe.skipIf(!hasPdfTools)('by the conditions of the Matterhorn Protocol, the report of', () => {
	test.each(documents)(
		'%s breaks none',
		async (_, document) => {
			expect(matterhornFailures(read(await document()))).toEqual([]);
		},
		30_000
	);
});

/** Ways to spoil a file, each with the condition that it then breaks. */
const SPOILS: [string, (pdf: Pdf) => unknown, string][] = [
	['without a language', (pdf) => delete catalog(pdf)['/Lang'], '11-006'],
	['with its file name for a title', (pdf) => delete catalog(pdf)['/ViewerPreferences'], '07-001'],
	['without its mark', (pdf) => delete catalog(pdf)['/Metadata'], '06-001'],
	['with a mute figure', (pdf) => delete first(pdf, 'Figure')['/Alt'], '13-004'],
	['with heads of nothing', (pdf) => delete first(pdf, 'TH')['/A'], '15-003'],
	['that begins below the top', (pdf) => (first(pdf, 'H1')['/S'] = '/H2'), '14-002'],
	['with a level left out', (pdf) => (first(pdf, 'H2')['/S'] = '/H4'), '14-003'],
	['with a role of its own', (pdf) => (first(pdf, 'P')['/S'] = '/Pearl'), '02-001'],
	['with a cell outside a row', (pdf) => (first(pdf, 'TR')['/S'] = '/Div'), '09 TH in Div'],
	['with links in any order', (pdf) => eachPage(pdf, (page) => delete page['/Tabs']), '28-008'],
	[
		'with links that nobody hears',
		(pdf) => links(pdf).map((one) => delete one['/Contents']),
		'28-012'
	],
	['with a link outside a Link', (pdf) => (first(pdf, 'Link')['/S'] = '/Span'), '28-011'],
	['with a line that nothing marks', (pdf) => paint(pdf, '0 0 m 9 9 l S'), '01-005 painted'],
	[
		'with words that nothing calls for',
		(pdf) => paint(pdf, '/P <</MCID 9999>> BDC EMC'),
		'01-005 content'
	],
	[
		'with a tag in an artifact',
		(pdf) => paint(pdf, '/Artifact BMC /P <</MCID 0>> BDC EMC EMC'),
		'01-003'
	],
	[
		'with a font left out',
		(pdf) => ofType(pdf, '/FontDescriptor').map((one) => delete one['/FontFile2']),
		'31-009'
	],
	[
		'with letters that cannot be read',
		(pdf) => ofType(pdf, '/Font').map((one) => delete one['/ToUnicode']),
		'10-001'
	]
];

describe.skipIf(!hasPdfTools)('a file', () => {
	let sound: Pdf;
	beforeAll(() => {
		sound = read(organization(someResults()));
	});

	test.each(SPOILS)('%s is found out', (_, spoil, condition) => {
		const pdf = structuredClone(sound);
		spoil(pdf);
		expect(matterhornFailures(pdf).filter((each) => each.startsWith(condition))).not.toEqual([]);
	});
});

function first(pdf: Pdf, role: string): Dictionary {
	return everyElement(structure(pdf)).find((element) => element.role === role)!.own;
}

function eachPage(pdf: Pdf, change: (page: Dictionary) => unknown): void {
	for (const { dictionary } of pages(pdf)) change(dictionary);
}

function ofType(pdf: Pdf, type: string): Dictionary[] {
	const values = Object.values(pdf.objects).map(({ value }) => value as Dictionary | null);
	return values.filter((value) => value?.['/Type'] === type) as Dictionary[];
}

function links(pdf: Pdf): Dictionary[] {
	const values = Object.values(pdf.objects).map(({ value }) => value as Dictionary | null);
	return values.filter((value) => value?.['/Subtype'] === '/Link') as Dictionary[];
}

/** Adds to what is painted on the first page. */
function paint(pdf: Pdf, more: string): void {
	const { stream } = pdf.objects[`obj:${pages(pdf)[0]!.dictionary['/Contents'] as string}`]!;
	const painted = Buffer.from(stream!.data, 'base64').toString('latin1');
	stream!.data = Buffer.from(`${painted}\n${more}`, 'latin1').toString('base64');
}
