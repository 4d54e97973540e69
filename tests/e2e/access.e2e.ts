import { expect, test } from '@playwright/test';
import { doors, expectedStatus, visitors, type Door, type Visitor } from '../support/access-table';
import {
	accessWorld,
	roundsOfWorld,
	tryAt,
	welcomed,
	workshopsOfWorld,
	type World
} from '../support/access-world';
import { ask } from '../support/ask';
import { openServerData } from '../support/e2e-rounds';
import { expectNothingTold } from '../support/fuzz/nothing-told';
import type { Context } from '../../src/lib/server/context';

// Everybody asks from an address of their own, which other systems do not give out by themselves.
test.skip(process.platform !== 'linux', 'needs the whole network 127.0.0.0/8');
test.describe.configure({ mode: 'default' });

let context: Context;
let origin: string;
let world: World;

test.beforeAll(async ({ baseURL }) => {
	test.setTimeout(120_000);
	origin = baseURL!;
	context = await openServerData();
	world = await accessWorld(context, origin);
});
test.afterAll(() => context.close());

const writing = doors.filter(({ method }) => method !== 'GET');
const withForm = writing.filter(({ form }) => form !== undefined);
const withJson = writing.filter(({ json }) => json !== undefined);
const familyOf = ({ route }: Door) => `/${route.split('/')[1]}`;
const nameOf = ({ method, route }: Door) => `${method} ${route}`;

for (const family of new Set(doors.map(familyOf))) {
	test(`every visitor of ${family} gets what the table says`, async () => {
		test.setTimeout(180_000);
		for (const door of doors.filter((door) => familyOf(door) === family)) {
			const found = await everyoneTries(door);
			const expected = visitors.map((visitor) => [visitor, expectedStatus(door, visitor)]);
			expect.soft(found, nameOf(door)).toEqual(Object.fromEntries(expected));
			if (door.spoils) await renewWorld(door);
		}
	});
}

async function renewWorld({ route }: Door): Promise<void> {
	const isWorkshop = route.startsWith('/workshops');
	const renewed = isWorkshop ? await workshopsOfWorld(origin) : await roundsOfWorld(context);
	world = { ...world, ...renewed };
}

/** The statuses that all visitors get. Who may get in comes last, since that may change what others find. */
async function everyoneTries(door: Door): Promise<Partial<Record<Visitor, number>>> {
	const found: Partial<Record<Visitor, number>> = {};
	const turn = (visitor: Visitor) => -expectedStatus(door, visitor);
	for (const visitor of visitors.toSorted((a, b) => turn(a) - turn(b))) {
		const answer = await ask(origin, tryAt(world, door, visitor, origin));
		expectNothingTold(answer);
		found[visitor] = answer.status;
	}
	return found;
}

function welcome(door: Door) {
	return welcomed(world, door, origin);
}

test('no page of another site can write anything, whatever it writes', async () => {
	for (const door of writing) {
		const own = welcome(door);
		const headers = { ...own.headers, origin: 'https://elsewhere.example' };
		const answer = await ask(origin, { ...own, headers });
		expect.soft(answer.status, nameOf(door)).toBe(403);
		const site = { ...own.headers, 'sec-fetch-site': 'cross-site' };
		expect.soft((await ask(origin, { ...own, headers: site })).status, nameOf(door)).toBe(403);
	}
});

test('what claims to be larger than any request is not read', async () => {
	for (const door of [...withJson, ...withForm]) {
		const own = welcome(door);
		const headers = { ...own.headers, 'content-length': 40_000_000 };
		const answer = await ask(origin, { ...own, headers });
		expect.soft(answer.status, nameOf(door)).toBe(413);
		expectNothingTold(answer);
	}
});

test('more than an address takes is refused although no length was claimed', async () => {
	const body = JSON.stringify({ words: 'x'.repeat(6_000_000) });
	for (const door of withJson) {
		const own = welcome(door);
		const headers = { ...own.headers, 'transfer-encoding': 'chunked' };
		const answer = await ask(origin, { ...own, headers, body });
		expect.soft(answer.status, nameOf(door)).toBe(413);
	}
});

test('what is no JSON is said to be none', async () => {
	for (const door of withJson)
		for (const body of ['', '{', '{"a":1,}', '\u0000', new Uint8Array([0x22, 0xff, 0x22])]) {
			const answer = await ask(origin, { ...welcome(door), body });
			expect.soft(answer.status, `${nameOf(door)} ${body}`).toBe(400);
			expectNothingTold(answer);
		}
});

test('odd signs where an address names a team, a place or a promise find nothing', async () => {
	const named = doors.filter(({ route }) => /\[(promise|team|place)\]/.test(route));
	const { promise } = world.running;
	const names = [promise, world.ended.promise, world.teamId, world.singleUseTeamId];
	for (const door of named)
		for (const odd of ['%00', 'member.%00', '%ff', '%2e%2e%2f', '__proto__', '%F0%9F%94%AD', '%']) {
			const own = welcome(door);
			const words = own.path.split('/').map((word) => (isNamed(word) ? odd : word));
			const answer = await ask(origin, { ...own, path: words.join('/') });
			expect.soft([400, 404, 409], `${nameOf(door)} ${odd}`).toContain(answer.status);
			expectNothingTold(answer);
		}

	function isNamed(word: string): boolean {
		return [...names, world.closedTeamId].some((name) => word.includes(name));
	}
});
