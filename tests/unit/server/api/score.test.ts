import { analysisSchema } from '$lib/domain/analysis/analysis';
import { holoscope } from '$lib/content/instruments';
import { openapi } from '$lib/server/api/openapi';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { GET as getSchema } from '../../../../src/routes/api/v1/analysis.schema.json/+server';
import { GET as getOpenapi } from '../../../../src/routes/api/v1/openapi.json/+server';
import { POST } from '../../../../src/routes/api/v1/score/+server';
import { answersOf } from '../../../support/answers';

async function post(body: unknown, type = 'application/json') {
	const request = new Request('http://localhost/api/v1/score', {
		method: 'POST',
		headers: { 'content-type': type },
		body: typeof body === 'string' ? body : JSON.stringify(body)
	});
	const response = await POST({ request } as Parameters<typeof POST>[0]);
	return { status: response.status, headers: response.headers, body: await response.json() };
}

/** A schema that is published under this name, as a check. */
function published(name: string): z.ZodType {
	const { schemas } = openapi().components;
	const text = JSON.stringify({ $defs: schemas, $ref: `#/$defs/${name}` });
	return z.fromJSONSchema(JSON.parse(text.replaceAll('#/components/schemas/', '#/$defs/')));
}

const sheets = Array.from({ length: 9 }, (_, person) => ({
	team: person % 2 ? 'East' : 'West',
	answers: answersOf('full', ({ id }) => ((id.length + person) % 5) + 1)
}));

describe('POST /api/v1/score', () => {
	test('answers with an analysis that fits the published schema, and keeps it from caches', async () => {
		const { status, headers, body } = await post({
			sheets,
			headcounts: [{ team: 'West', headcount: 6 }]
		});
		expect(status).toBe(200);
		expect(headers.get('cache-control')).toBe('no-store');
		expect(published('Analysis').safeParse(body).error).toBeUndefined();
		expect(analysisSchema.parse(body)).toEqual(body);
		expect(body.lenses[0].teams.map(({ team }: { team: string }) => team)).toEqual([
			'West',
			'East'
		]);
		expect(body.lenses[0].organization.overall.n).toBe(9);
	});

	test('takes what its description says it takes', () => {
		expect(published('ScoreRequest').safeParse({ sheets }).success).toBe(true);
		expect(
			published('ScoreRequest').safeParse({ sheets: [{ answers: { x: 'often' } }] }).success
		).toBe(false);
	});

	test('compares with an earlier round and mirrors a guess', async () => {
		const customers = [1, 2, 3, 4].map((value) => ({
			lens: 'customer',
			answers: answersOf('full', ({ id }) => 1 + ((value + id.length) % 5))
		}));
		const guess = customers.map((sheet) => ({ ...sheet, lens: 'guess' }));
		const { status, body } = await post({
			sheets: [...sheets, ...customers, ...guess],
			before: sheets.slice(2)
		});
		expect(status).toBe(200);
		expect(published('Analysis').safeParse(body).error).toBeUndefined();
		expect(body.lenses.map(({ lens }: { lens: string }) => lens)).toEqual(['member', 'customer']);
		expect(body.mirror.items[0].guess.n).toBe(4);
		expect(body.change[0].organization.overall.n).toEqual({ before: 7, now: 9, linked: 0 });
	});

	describe('with codes of people', () => {
		/** People who differ much from each other. */
		const coded = sheets.map(({ team }, at) => {
			const answers = answersOf('full', ({ id, key }) => {
				// From item to item they differ too: who always answers the same is not counted.
				const place = 1 + (at % 3) + (id.charCodeAt(id.length - 1) % 2);
				return key === 1 ? place : 6 - place;
			});
			return { team, answers, person: `p${at}` };
		});
		/** The same people, each a little nearer to the hologram, in another order. */
		const later = coded
			.map((sheet, person) => ({
				...sheet,
				answers: Object.fromEntries(
					Object.entries(sheet.answers).map(([id, value], at) => {
						const { key } = holoscope.items.find((item) => item.id === id)!;
						const step = (at + person) % 4 === 0 ? key : 0;
						return [id, Math.min(5, Math.max(1, (value as number) + step))];
					})
				)
			}))
			.toReversed();
		const bare = (all: typeof coded) => all.map(({ team, answers }) => ({ team, answers }));
		const changeOf = async (now: object[], before: object[]) =>
			(await post({ sheets: now, before })).body.change[0].organization.overall;

		test('compares each one’s answers with their own, and is surer for it', async () => {
			const linked = await changeOf(later, coded);
			const careful = await changeOf(bare(later), bare(coded));
			expect(linked.n).toEqual({ before: 9, now: 9, linked: 9 });
			expect(careful.n.linked).toBe(0);
			expect(linked.difference).toBeCloseTo(careful.difference, 9);
			expect(linked.error).toBeLessThan(careful.error / 2);
		});

		test('counts whoever has no code, or has joined or left, and links them to nobody', async () => {
			const [first, ...others] = later;
			const now = [...bare([first!]), ...others.slice(1), { ...others[0]!, person: 'new' }];
			expect((await changeOf(now, coded)).n).toEqual({ before: 9, now: 9, linked: 7 });
		});

		test('keeps codes out of the answer, and leaves them unread without an earlier round', async () => {
			const { body } = await post({ sheets: later, before: coded });
			expect(JSON.stringify(body)).not.toMatch(/"p\d"/);
			expect((await post({ sheets: coded })).body).toEqual(
				(await post({ sheets: bare(coded) })).body
			);
		});

		test('refuses a code that comes twice in a lens, and takes it once in each', async () => {
			const twice = await post({ sheets: [coded[0], coded[0]], before: coded });
			expect(twice.status).toBe(422);
			expect(twice.body.error.problems).toEqual([
				{ path: 'sheets.1.person', reason: '“p0” comes twice in this lens.' }
			]);
			const leader = { ...coded[0], lens: 'leader' };
			expect((await post({ sheets: [coded[0], leader], before: coded })).status).toBe(200);
			expect(published('ScoreRequest').safeParse({ sheets: coded }).success).toBe(true);
		});
	});

	test('names a wrong answer of the earlier round', async () => {
		const { status, body } = await post({ sheets, before: [{ answers: { 'voice-1': 9 } }] });
		expect(status).toBe(422);
		expect(body.error.problems[0].path).toBe('before.0.answers.voice-1');
	});

	test('scores another instrument, other lenses and forms', async () => {
		const quick = answersOf('quick', () => 4);
		const { body } = await post({
			instrument: { ...holoscope, id: 'other' },
			forms: { customer: 'quick' },
			sheets: [{ team: 'West', lens: 'customer', answers: { ...quick, 'voice-1': 5 } }, ...sheets]
		});
		expect(body.instrument.id).toBe('other');
		expect(body.lenses.map(({ lens, form }: any) => [lens, form])).toEqual([
			['member', 'full'],
			['customer', 'quick']
		]);
		expect(body.gaps).toHaveLength(1);
	});

	test('says of no sheets that nobody answered', async () => {
		const { status, body } = await post({ sheets: [] });
		expect(status).toBe(200);
		expect(body.lenses[0].organization.overall.missing).toBe('nobody');
	});

	test.each([
		[
			'a value off the scale',
			{ sheets: [{ answers: { 'voice-1': 6 } }] },
			'sheets.0.answers.voice-1'
		],
		['an item nobody knows', { sheets: [{ answers: { 'voice-9': 1 } }] }, 'sheets.0.answers'],
		['a lens nobody knows', { sheets: [{ lens: 'boss', answers: {} }] }, 'sheets.0.lens'],
		['a form nobody knows', { forms: { member: 'long' }, sheets: [] }, 'forms.member'],
		[
			'a team that comes twice',
			{
				sheets: [],
				headcounts: [
					{ team: 'a', headcount: 1 },
					{ team: 'a', headcount: 2 }
				]
			},
			'headcounts.1.team'
		],
		[
			'a headcount of nobody',
			{ sheets: [], headcounts: [{ team: 'a', headcount: 0 }] },
			'headcounts.0.headcount'
		],
		['an instrument that is none', { sheets: [], instrument: { id: 'x' } }, 'instrument.edition'],
		[
			'a form with a question that the instrument lacks',
			{
				sheets: [{ lens: 'member', answers: {} }],
				instrument: { ...holoscope, forms: { full: ['nowhere'] } }
			},
			'instrument.forms.full.0'
		],
		['no sheets', {}, 'sheets'],
		['something else', { sheets: [], extra: 1 }, '']
	])('refuses %s and says where', async (_, request, path) => {
		const { status, body } = await post(request);
		expect(status).toBe(422);
		expect(published('Problem').safeParse(body).error).toBeUndefined();
		expect(body.error.problems.map((problem: { path: string }) => problem.path)).toContain(path);
	});

	test.each([
		['what is not JSON', '{', 'application/json', 400],
		['another content type', '{}', 'text/csv', 415],
		['more than five megabytes', ' '.repeat(5 * 1024 * 1024) + '{}', 'application/json', 413]
	])('refuses %s', async (_, body, type, status) => {
		const answer = await post(body, type);
		expect(answer.status).toBe(status);
		expect(published('Problem').safeParse(answer.body).error).toBeUndefined();
	});
});

test('GET /api/v1/openapi.json describes both in OpenAPI 3.1, with every reference inside it', async () => {
	const document = await (await getOpenapi({} as any)).json();
	expect(document.openapi).toMatch(/^3\.1/);
	expect(Object.keys(document.paths)).toContain('/api/v1/score');
	const references = [
		...JSON.stringify(document).matchAll(/"\$ref":"#\/components\/schemas\/([^"]+)"/g)
	];
	expect(references.length).toBeGreaterThan(20);
	for (const [, name] of references) expect(document.components.schemas).toHaveProperty([name!]);
	expect(JSON.stringify(document)).not.toContain('$defs');
});

test('GET /api/v1/analysis.schema.json is the JSON Schema of an analysis, with its version', async () => {
	const response = await getSchema({} as any);
	const schema = await response.json();
	expect(response.headers.get('content-type')).toBe('application/schema+json');
	expect(schema).toMatchObject({
		$id: 'urn:holoscope:analysis:3',
		properties: { version: { const: 3 } }
	});
	const { body } = await post({ sheets });
	expect(z.fromJSONSchema(schema).safeParse(body).error).toBeUndefined();
});
