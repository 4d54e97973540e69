import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { holoscope } from '$lib/content/instruments';
import type { Paper } from '$lib/content/report/document';
import { recapDocument } from '$lib/content/report/recap-document';
import { confirmed } from '$lib/domain/give-get/edit';
import type { Recap } from '$lib/domain/workshop/recap';
import { createTypesetter } from '$lib/server/report/typesetter';
import { afterAll, describe, expect, test } from 'vitest';
import { giveAndGet } from '../../../support/give-get';
import { hasPdfTools, run } from '../../../support/report-pages';
import { typicalRecap } from '../../../support/recaps';

const typesetter = createTypesetter();
const folder = mkdtempSync(join(tmpdir(), 'recap-report-'));
afterAll(() => rmSync(folder, { recursive: true }));

function typeset(changes: Partial<Recap> = {}, paper: Paper = 'a4'): Buffer {
	const recap = { ...typicalRecap, ...changes };
	const outcome = typesetter.typeset(recapDocument({ instrument: holoscope, recap, paper }));
	if ('problem' in outcome) throw new Error(outcome.problem);
	return Buffer.from(outcome.pdf);
}

function fileOf(paper: Paper): string {
	const file = join(folder, `${paper}.pdf`);
	writeFileSync(file, typeset({}, paper));
	return file;
}

const mill = 'شركة 北風';
const written = giveAndGet({ Ana: 'person', Ben: 'person', Mill: 'partner', Shop: 'customer' }, [
	'get Ana > Ben: price list',
	'give Ana > Ben: the prices',
	'give Ben > Mill: Weekly figures',
	'get Ana > Mill: Samples'
]);
const needs = confirmed(
	{
		...written,
		parties: written.parties.map((one) => (one.id === 'Mill' ? { ...one, name: mill } : one))
	},
	{ get: 'get-0', give: 'give-1' }
);

describe('the recap on paper', () => {
	test('is the same to the byte for the same workshop', () => {
		expect(typeset().equals(typeset())).toBe(true);
	});

	test.each([
		[
			'nothing but talk',
			{
				votes: [],
				dots: null,
				promises: [],
				closing: null,
				trends: [],
				stories: null,
				pictures: null
			}
		],
		['give and get', { giveAndGet: needs }],
		['markup and marks', { team: '#eval("1") $', organization: '\u202ea\u0007 شركة 北風' }]
	] as [string, Partial<Recap>][])('sets %s', (_, changes) => {
		expect(typeset(changes).subarray(0, 5).toString()).toBe('%PDF-');
	});

	test.skipIf(!hasPdfTools)('is tagged, whole and says what the page says', () => {
		const file = fileOf('a4');
		expect(run('qpdf', '--check', file)).toContain('No syntax or stream encoding errors');
		const info = run('pdfinfo', file);
		expect(info).toMatch(/Title: +Recap of the workshop of Harbor/);
		expect(info).toMatch(/Tagged: +yes/);
		expect(info).toMatch(/Page size: +595\.\d+ x 841/);
		const words = run('pdftotext', '-layout', file, '-').replaceAll(/\s+/g, ' ');
		for (const said of [
			'Harbor made one promise',
			'Ask a customer every Monday',
			'They hear from us first',
			'December 20, 2026',
			'6 people moved or joined',
			'We have 2 pictures of the whole.',
			'About 65 of 100 of us share the largest one.',
			'Said the same: a calm harbor',
			'The driver knew the answer.',
			'We were a hologram · Voice',
			'What is hidden, and why'
		])
			expect(words).toContain(said);
	});

	test.skipIf(!hasPdfTools)('says what was needed and given, as the page does', () => {
		const file = join(folder, 'give-get.pdf');
		writeFileSync(file, typeset({ giveAndGet: needs }));
		expect(run('qpdf', '--check', file)).toContain('No syntax or stream encoding errors');
		const words = run('pdftotext', '-layout', file, '-').replaceAll(/\s+/g, ' ');
		for (const said of [
			'1 of 2 needs are met. 1 give was not asked for.',
			'Ben needs from Ana: price list (given as: the prices)',
			'Ana → Ben → ',
			'Give and get, as a table'
		])
			expect(words).toContain(said);
		// In the drawing, in a list, and in the table.
		expect(words.match(/Shop|Ana/g)!.length).toBeGreaterThan(5);
		expect(words.indexOf('as a table')).toBeGreaterThan(words.indexOf('What we were promised'));
	});

	test.skipIf(!hasPdfTools)('leaves a drawing away that could not be read, and no word', () => {
		const crowd = Array.from({ length: 70 }, (_, at) => `p${at}`);
		const whole = giveAndGet(
			Object.fromEntries(crowd.map((name) => [name, 'person' as const])),
			crowd.map((name, at) => `give ${name} > ${crowd[(at + 1) % 70]}: an answer`)
		);
		const file = join(folder, 'crowd.pdf');
		writeFileSync(file, typeset({ giveAndGet: whole }));
		const words = run('pdftotext', '-layout', file, '-').replaceAll(/\s+/g, ' ');
		expect(words).not.toContain('Lines go from whoever gives');
		for (const name of crowd) expect(words).toContain(`${name} gives`);
	});

	test.skipIf(!hasPdfTools)('says nothing of votes where nobody voted, and has a heading', () => {
		const file = join(folder, 'own-words.pdf');
		writeFileSync(file, typeset({ votes: [], promises: [] }));
		const words = run('pdftotext', '-layout', file, '-').replaceAll(/\s+/g, ' ');
		expect(words).toContain('Harbor, in its own words');
		expect(words).not.toContain('How we see ourselves');
	});

	test.skipIf(!hasPdfTools)('says that needs, gives and stories are kept back, and why', () => {
		const file = join(folder, 'kept-back.pdf');
		const stories = { texts: [], refusal: 'few-writers' as const };
		writeFileSync(file, typeset({ giveAndGetRefusal: 'few-writers', stories }));
		const words = run('pdftotext', '-layout', file, '-').replaceAll(/\s+/g, ' ');
		expect(words).toContain('Fewer than three people let their needs and gives stay');
		expect(words).toContain('Fewer than three people let their stories stay');
	});

	test.skipIf(!hasPdfTools)('fits US Letter', () => {
		expect(run('pdfinfo', fileOf('letter'))).toMatch(/Page size: +612 x 792/);
	});

	test.skipIf(!hasPdfTools)('carries its numbers as JSON', () => {
		const file = fileOf('a4');
		const list = run('qpdf', '--list-attachments', file);
		const name = /^(.+?\.json)/m.exec(list)![1]!;
		const json = JSON.parse(run('qpdf', `--show-attachment=${name}`, file));
		expect(json.recap.votes).toEqual(typicalRecap.votes);
	});
});
