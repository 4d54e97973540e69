import { expect, test } from '@playwright/test';
import fc from 'fast-check';
import { openapi } from '../../src/lib/server/api/openapi';
import type { Context } from '../../src/lib/server/context';
import { doors } from '../support/access-table';
import { accessWorld, welcomed, type World } from '../support/access-world';
import { ask, newAddress, type Answer, type Question } from '../support/ask';
import { openServerData } from '../support/e2e-rounds';
import { fromSchema, type JsonSchema } from '../support/fuzz/from-schema';
import { madeUpForm } from '../support/fuzz/made-up-forms';
import { madeUpMessage } from '../support/fuzz/made-up-messages';
import { madeUpRead } from '../support/fuzz/made-up-reads';
import { formsOf, type PageForm } from '../support/fuzz/page-forms';
import { expectNothingTold } from '../support/fuzz/nothing-told';

/**
 * What programs gone wrong and people who wish no good may send, to every address, from everybody who may open it.
 * A few hundred of each kind each time; `FUZZ_REQUESTS=25000 npm run test:e2e -- fuzz` sends a hundred thousand.
 */
const REQUESTS = Number(process.env.FUZZ_REQUESTS ?? 400);
/** Some of what gets through ends a round or takes a link back: then most would find closed doors. */
const REQUESTS_IN_A_WORLD = 2_000;
const LANES = 4;
/** Of a message that brought something down, in characters. */
const MOST_SHOWN = 2_000;

test.skip(process.platform !== 'linux', 'needs the whole network 127.0.0.0/8');
test.describe.configure({ mode: 'default' });

let context: Context;
let origin: string;

test.beforeAll(async ({ baseURL }) => {
	origin = baseURL!;
	context = await openServerData();
});
test.afterAll(() => context.close());
test.beforeEach(() => test.setTimeout(60_000 + REQUESTS * 100));
test.afterEach(async () => expect((await ask(origin, { path: '/readyz' })).status).toBe(200));

const withJson = doors.filter(({ json }) => json !== undefined);
const reading = doors.filter(({ method }) => method === 'GET');
const pages = reading.filter(({ route }) => !/\.\w+$|\/live$|\/me$|\/links$/.test(route));

test('no message that somebody makes up brings the server down or out of its words', async () => {
	await fuzz(
		fc.tuple(fc.constantFrom(...withJson), madeUpMessage, fc.nat(4)),
		async (world) =>
			([door, made, seat]) => {
				const own = welcomed(world, door, origin);
				const body = typeof made.body === 'function' ? made.body(own.body!) : made.body;
				// In turn from everybody in the room: one seat alone is soon asked to slow down.
				const { seats } = world.running;
				const cookie = own.headers.cookie.replace(seats[0]!, seats[seat]!);
				return { ...own, headers: { ...own.headers, cookie, 'content-type': made.type }, body };
			}
	);
});

test('no body that follows the API’s description, or nearly, brings it down', async () => {
	const { components, paths } = openapi();
	const named = components.schemas as Record<string, JsonSchema>;
	const bodies = fc.oneof(
		...(Object.entries(paths) as [string, { post?: unknown }][]).flatMap(([path, { post }]) =>
			post
				? [fc.tuple(fc.constant(path), fromSchema(schemaOf(post), named), madeUpMessage, fc.nat(2))]
				: []
		)
	);
	await fuzz(bodies, async () => ([path, body, made, chance]) => {
		const text = JSON.stringify(body);
		return {
			path,
			method: 'POST',
			headers: { 'content-type': 'application/json', origin },
			body: chance === 0 || typeof made.body !== 'function' ? text : made.body(text)
		};
	});
});

test('no form of any page, however it is filled, brings the server down', async () => {
	await fuzz(fc.tuple(fc.nat(), madeUpForm), async (world) => {
		const forms = await formsIn(world);
		expect(forms.length).toBeGreaterThan(15);
		return ([at, made]) => {
			const { headers, form } = forms[at % forms.length]!;
			const { type, body } = made(form.fields);
			return {
				path: form.path,
				method: 'POST',
				headers: { ...headers, 'content-type': type },
				body
			};
		};
	});
});

test('no address, question or header brings the server down', async () => {
	await fuzz(fc.tuple(fc.constantFrom(...reading), madeUpRead), async (world) => ([door, made]) => {
		const own = welcomed(world, door, origin);
		const headers = { ...own.headers, ...made.headers };
		return { ...own, path: made.path(own.path), method: made.method, headers };
	});
});

/** Sends so many requests in lanes side by side, each made for a world that is renewed now and then. */
async function fuzz<Made>(
	made: fc.Arbitrary<Made>,
	inWorld: (world: World) => Promise<(made: Made) => Question>
): Promise<void> {
	for (let sent = 0; sent < REQUESTS; sent += REQUESTS_IN_A_WORLD) {
		const request = await inWorld(await accessWorld(context, origin));
		const numRuns = Math.ceil(Math.min(REQUESTS - sent, REQUESTS_IN_A_WORLD) / LANES);
		const lane = () =>
			fc.assert(
				fc.asyncProperty(made, async (one) => {
					const question = { ...request(one), from: senderOf() };
					expectNothingTold(await answerTo(question), saying(question));
				}),
				{ numRuns, endOnFailure: true }
			);
		await Promise.all(Array.from({ length: LANES }, lane));
	}
}

/**
 * Beside other tests, one address for all: links that open nothing are counted in total too, and whoever is slowed
 * down already takes nothing from the others. The work behind an answer is done before it is counted.
 */
function senderOf(): string {
	return process.env.FUZZ_REQUESTS ? newAddress() : '127.2.0.1';
}

/** A server that hangs fails the test with what it hangs on. */
async function answerTo(question: Question): Promise<Answer> {
	return ask(origin, question).catch((cause: unknown) => {
		throw new Error(`No answer to ${saying(question)}`, { cause });
	});
}

function saying({ method, path, headers, body = '' }: Question): string {
	const sent = typeof body === 'string' ? body : Buffer.from(body).toString('latin1');
	return `${method} ${path}\n${JSON.stringify(headers)}\n${sent.slice(0, MOST_SHOWN)}`;
}

/** The forms of all pages, each with what its visitor's browser would send beside the fields. */
async function formsIn(world: World) {
	const found: { form: PageForm; headers: Question['headers'] }[] = [];
	for (const door of pages) {
		const own = welcomed(world, door, origin);
		const page = await ask(origin, { ...own, headers: { ...own.headers, accept: 'text/html' } });
		const headers = { ...own.headers, accept: 'text/html', origin };
		for (const form of formsOf(page.text, origin + own.path)) found.push({ form, headers });
	}
	return found;
}

function schemaOf(operation: unknown): JsonSchema {
	const { requestBody } = operation as {
		requestBody: { content: { 'application/json': { schema: JsonSchema } } };
	};
	return requestBody.content['application/json'].schema;
}
