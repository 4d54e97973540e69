import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { holoscope } from '$lib/content/instruments';
import type { Paper } from '$lib/content/report/document';
import { groupDocument } from '$lib/content/report/group-document';
import { PLAIN, type Branding } from '$lib/domain/branding/branding';
import type { GroupReport } from '$lib/domain/report/group-report';
import { reportOfResults, reportOfTeam } from '$lib/domain/report/report-of-results';
import type { Results } from '$lib/domain/results/results';
import { readLogo } from '$lib/server/report/read-logo';
import { createTypesetter } from '$lib/server/report/typesetter';
import { createCanvas } from '@napi-rs/canvas';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ownReport } from '../../../support/organizations';
import { differentShares, hasPdfTools, run } from '../../../support/report-pages';
import {
	longNames,
	manyTeams,
	nothingShown,
	oneTeam,
	quickForm,
	someResults,
	withOutcomes
} from '../../../support/results';

const DAY = '2026-11-20';
const typesetter = createTypesetter();
const folder = mkdtempSync(join(tmpdir(), 'group-report-'));
afterAll(() => rmSync(folder, { recursive: true }));

interface Options {
	paper?: Paper;
	branding?: Branding;
}

function typeset(report: GroupReport, { paper = 'a4', branding = PLAIN }: Options = {}): Buffer {
	const made = typesetter.typeset(
		groupDocument({ instrument: holoscope, report, paper, branding })
	);
	if ('problem' in made) throw new Error(made.problem);
	return Buffer.from(made.pdf);
}

function saved(name: string, report: GroupReport, options?: Options): string {
	const path = join(folder, `${name.replaceAll(/\W/g, '-')}.pdf`);
	writeFileSync(path, typeset(report, options));
	return path;
}

const team = (name: string, results = someResults()) =>
	reportOfTeam(
		results,
		results.teams.find((each) => each.name === name)!,
		DAY
	);
const organization = (results: Results = someResults()) => reportOfResults(results, DAY);
/** The same results with other names, as long as there are names. */
const named = (...names: string[]): Results => {
	const results = someResults();
	const teams = results.teams.map((each, at) => ({ ...each, name: names[at] ?? each.name }));
	return { ...results, organization: names[0]!, teams };
};
const promises = [1, 2, 3].map((number) => ({
	team: 'team-1',
	words: `Ask customer ${number} every Monday what they waited for`,
	serves: 'They hear from us before they complain',
	dimension: 'voice',
	dueOn: '2026-12-20'
}));
const oneAnswer = [{ team: 'Sales', answers: { 'voice-1': 4 } }];

const reports: [name: string, report: GroupReport][] = [
	['an organization', organization()],
	['a team with promises', team('Support', someResults({ promises }))],
	['a hidden team', team('Legal')],
	['nothing shown', organization(nothingShown())],
	['one team', organization(oneTeam())],
	['200 teams', organization(manyTeams(200))],
	['the quick form', organization(quickForm())],
	['shapes of answers', organization(withOutcomes())],
	['the longest names', organization(longNames())],
	['names of a thousand letters', organization(named('A'.repeat(1000), 'word '.repeat(200)))],
	['names from right to left', organization(named('شركة الشمال', 'מזון הצפון', 'فريق (2)'))],
	['Chinese, Japanese, Korean', organization(named('北風食品', 'ノースウィンド', '북풍 식품'))],
	['markup', organization(named('#import "x" $ \\ *b* _i_', '] } /* #eval("1")', '</script>'))],
	['controls', organization(named('a\u0000\u0007\u202eb\u2067c', '\ud83d', '\u{13000}'))],
	['no answer at all', ownReport([])],
	['one answer', ownReport(oneAnswer)]
];

test('the same report gives the same bytes, whatever was made in between', () => {
	const first = typeset(organization());
	typeset(team('Sales'));
	expect(typeset(organization()).equals(first)).toBe(true);
});

describe.skipIf(!hasPdfTools)('the report of', () => {
	test.each(reports)(
		'%s is sound, tagged, titled, and brings its fonts',
		(name, report) => {
			const path = saved(name, report);
			expect(run('qpdf', '--check', path)).toContain('No syntax or stream encoding errors found');
			const info = run('pdfinfo', path);
			expect(info).toMatch(/Title: +\S/);
			expect(info).toMatch(/Tagged: +yes/);
			expect(run('pdfinfo', '-meta', path)).toContain('<pdfuaid:part>1</pdfuaid:part>');
			const fonts = run('pdffonts', path).trimEnd().split('\n').slice(2);
			for (const line of fonts) {
				expect(line).toMatch(/Source|Holoscope/);
				// From the right: object ID (two numbers), unicode map, subset, embedded.
				expect(line.trim().split(/\s+/).at(-5)).toBe('yes');
			}
		},
		30_000
	);
});

describe.skipIf(!hasPdfTools)('a reader', () => {
	const pages = (path: string) => Number(/Pages: +(\d+)/.exec(run('pdfinfo', path))![1]);
	const words = (path: string, ...args: string[]) =>
		run('pdftotext', ...args, path, '-').replaceAll(/\s+/g, ' ');

	test.each(['a4', 'letter'] as const)('finds four to eight pages about a team on %s', (paper) => {
		const path = saved(`team-${paper}`, team('Support', someResults({ promises })), { paper });
		expect(pages(path)).toBeGreaterThanOrEqual(4);
		expect(pages(path)).toBeLessThanOrEqual(8);
	});

	test.each(['a4', 'letter'] as const)('has the whole cover on one page of %s', (paper) => {
		const path = saved(`cover-${paper}`, organization(), { paper });
		const cover = words(path, '-l', '1');
		expect(cover).toContain('Dot: the mean.');
		expect(cover).toContain('Page 1 of');
	});

	test('finds nothing below the foot of a page, however long names are', () => {
		const path = saved('long-names', organization(longNames()));
		const [lowest] = [...run('pdftotext', '-bbox', path, '-').matchAll(/yMax="([\d.]+)"/g)]
			.map(([, y]) => Number(y))
			.sort((a, b) => b - a);
		// In points: the words at the foot of A4 end here, and nothing runs over them.
		expect(lowest).toBeLessThan(818);
	});

	test('hears one title, sections below it, and the parts in their order', () => {
		const path = saved('order', team('Support', someResults({ promises })));
		const structure = run('pdfinfo', '-struct-text', path);
		const tags = [...structure.matchAll(/^\s*(H\d|TH|Table|L|Link)\b/gm)].map(([, tag]) => tag!);
		expect(tags.filter((tag) => tag === 'H1')).toHaveLength(1);
		expect(tags.find((tag) => tag.startsWith('H'))).toBe('H1');
		expect(tags).toEqual(expect.arrayContaining(['H2', 'H3', 'Table', 'TH', 'L', 'Link']));

		const text = words(path);
		const places = [
			'Support sees itself',
			'of 100, give or take',
			'What needs you most',
			'What each pole looks like',
			'How close people are',
			'Beside the whole',
			'Inward and outward',
			'What was promised',
			'What is hidden, and why',
			'What people were promised',
			'Method',
			'All scores of this team'
		].map((part) => text.indexOf(part));
		expect(places[0]).toBeGreaterThanOrEqual(0);
		expect(places).toEqual(places.toSorted((a, b) => a - b));
	});

	test('of a long report is led to each team’s pages by its index', () => {
		const path = saved('index', organization(manyTeams(200)));
		const last = pages(path);
		const index = words(path, '-layout', '-f', String(last - 1)).match(/Branch 77 +(\d+), +(\d+)/)!;
		for (const page of index.slice(1))
			expect(words(path, '-f', page, '-l', page)).toContain('Branch 77');
	});

	test('finds bookmarks, and links to places that are there', () => {
		const json = run('qpdf', '--json', saved('links', organization()));
		expect(json).toContain('/Outlines');
		expect([...json.matchAll(/"\/Subtype": "\/Link"/g)].length).toBeGreaterThanOrEqual(4);
	});
});

describe('a logo and a color', () => {
	let branding: Branding;
	beforeAll(async () => {
		const canvas = createCanvas(300, 100);
		canvas.getContext('2d').fillRect(0, 0, 200, 100);
		const read = await readLogo(canvas.toBuffer('image/png'));
		branding = { accent: '#0a5c36', logo: read.ok ? read.logo : null };
	});

	test.skipIf(!hasPdfTools)('are on the cover, and the logo says whose it is', () => {
		const path = saved('branded', organization(), { branding });
		expect(run('pdfimages', '-list', path)).toMatch(/\b300 +100\b/);
		expect(run('qpdf', '--json', path)).toContain('The logo of Northwind Foods');
		expect(run('qpdf', '--check', path)).toContain('No syntax or stream encoding errors found');
	});

	test('give the same bytes every time', () => {
		const first = typeset(organization(), { branding });
		expect(typeset(organization(), { branding }).equals(first)).toBe(true);
	});
});

describe.skipIf(!hasPdfTools)('every page looks as approved', () => {
	test.each([
		['organization', organization()],
		['team', team('Support', someResults({ promises }))]
	])('of the report of an %s', async (name, report) => {
		const path = saved(`approved-${name}`, report);
		const shares = await differentShares(path, {
			approved: join(import.meta.dirname, 'approved', name),
			scratch: join(folder, name)
		});
		// Another version of the drawing tool smooths edges differently; a moved line is more than this.
		for (const [page, share] of Object.entries(shares)) expect(share, page).toBeLessThan(0.004);
	});
});
