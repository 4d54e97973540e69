import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Database } from '$lib/server/database/database';
import { openSqlite } from '$lib/server/database/sqlite';
import { log } from '$lib/server/operations/log';
import { closeRound } from '$lib/server/use-cases/close-round';
import { editRound } from '$lib/server/use-cases/edit-round';
import { showRound } from '$lib/server/use-cases/show-round';
import { actions as creating } from '../../../src/routes/rounds/new/+page.server';
import { actions as editing } from '../../../src/routes/rounds/[key]/edit/+page.server';
import { createTestContext, type TestContext } from '../../support/context';
import { answerAll, openedRound, tokenFor } from '../../support/rounds';

/** Browsers send lines of a form with both marks. */
const NEW_LINE = '\r\n';
type Fields = Record<string, string | string[]>;

let folder: string;
let keeper: Database;
let context: TestContext;
const file = () => join(folder, 'holoscope.db');

beforeEach(async () => {
	folder = mkdtempSync(join(tmpdir(), 'holoscope-'));
	keeper = await openSqlite(file());
	context = await createTestContext(keeper);
});
afterEach(async () => {
	await keeper.close();
	rmSync(folder, { recursive: true });
});

/** What a page's form answers; a redirect comes as its status and address. */
async function send(
	action: unknown,
	fields: Fields,
	{ key = '', database = keeper }: { key?: string; database?: Database } = {}
) {
	const body = new FormData();
	for (const [name, value] of Object.entries(fields))
		for (const each of [value].flat()) body.append(name, each);
	const own = database === keeper ? context : await createTestContext(database);
	const event = {
		request: new Request('http://localhost/', { method: 'POST', body }),
		locals: { context: async () => own },
		params: { key },
		route: { id: '/rounds/new' },
		getClientAddress: () => '192.0.2.1',
		setHeaders: vi.fn()
	};
	const written = vi.spyOn(log, 'error').mockImplementation(() => {});
	const answer = await (action as (event: unknown) => Promise<unknown>)(event).catch(
		(thrown: unknown) => thrown
	);
	written.mockRestore();
	return answer;
}

const planned: Fields = {
	organization: 'Lumen',
	teamId: ['', ''],
	teamName: ['Harbor', 'Dock'],
	teamHeadcount: ['12', '8'],
	pasted: '',
	lenses: ['member'],
	form: 'quick',
	openness: 'anonymous',
	k: '5',
	closesOn: '2026-12-18',
	keptUntil: '2027-06-30'
};
const create = (changes: Fields, database?: Database) =>
	send(creating.default, { ...planned, ...changes }, { database });
const rounds = () => keeper.read.selectFrom('rounds').selectAll().execute();
const says = (words: RegExp) => ({ text: expect.stringMatching(words) });

describe('A round that cannot be planned is kept as it was typed, and nothing is saved', () => {
	test('with ten thousand pasted teams', async () => {
		const pasted = Array.from({ length: 10_000 }, (_, at) => `Team ${at}, 12`).join(NEW_LINE);

		expect(await create({ pasted })).toMatchObject({
			status: 422,
			data: { typed: { pasted, organization: 'Lumen' }, problems: [says(/10.?000/)] }
		});
		expect(await rounds()).toEqual([]);
	});

	test('with the same team twice, in rows and pasted', async () => {
		const twice = { teamName: ['Harbor', ' harbor '], pasted: `Pier, 5${NEW_LINE}PIER, 6` };

		expect(await create(twice)).toMatchObject({
			status: 422,
			data: {
				typed: { teams: [{ name: 'Harbor' }, { name: ' harbor ' }], pasted: twice.pasted },
				problems: [
					{ field: 'team-name-2', ...says(/twice/) },
					{ field: 'pasted', ...says(/twice/) }
				]
			}
		});
		expect(await rounds()).toEqual([]);
	});
});

test('Whoever plans rounds by the hundred is asked to wait, with what was typed, and nothing is saved', async () => {
	for (let i = 0; i < 120; i++) context.limits.mayCreate('192.0.2.1');

	expect(await create({})).toMatchObject({
		status: 429,
		data: { typed: { organization: 'Lumen' }, outage: expect.stringMatching(/in an hour/) }
	});
	expect(await rounds()).toEqual([]);
});

describe('A storage in trouble keeps what was typed, and all that was there', () => {
	const outage = (words: RegExp) => ({
		status: 503,
		data: { typed: { organization: 'Lumen' }, outage: expect.stringMatching(words) }
	});
	const manyTeams = Array.from({ length: 900 }, (_, at) => `Team ${at}, 12`).join(NEW_LINE);

	test('a full disk', async () => {
		await create({});
		const count = new DatabaseSync(file()).prepare('pragma page_count').get();
		const { page_count: maxPages } = count as { page_count: number };
		const small = await openSqlite(file(), { maxPages });

		expect(await create({ pasted: manyTeams }, small)).toMatchObject(outage(/disk is full/));
		await small.close();
		expect(await rounds()).toHaveLength(1);
	});

	test('a read-only disk', async () => {
		await create({});
		const stuck = await openSqlite(`file:${file()}?mode=ro`);

		expect(await create({}, stuck)).toMatchObject(outage(/cannot be written to/));
		await stuck.close();
		expect(await rounds()).toHaveLength(1);
	});

	test('a locked database, which takes the same form once it is free', async () => {
		const waiting = await openSqlite(file(), { lockedMs: 100 });
		const other = new DatabaseSync(file());
		other.exec('begin exclusive');

		expect(await create({}, waiting)).toMatchObject(outage(/busy/));
		other.exec('rollback');
		other.close();
		expect(await create({}, waiting)).toMatchObject({ status: 303 });
		await waiting.close();
		expect(await rounds()).toHaveLength(1);
	});
});

describe('A change that cannot be made is kept as it was typed, and changes nothing', () => {
	async function opened() {
		const round = await openedRound(context);
		const edited: Fields = {
			version: '2',
			organization: 'Lumen & Co',
			teamId: round.teams.map(({ id }) => id),
			teamName: round.teams.map(({ name }) => name),
			teamHeadcount: ['12', '7'],
			pasted: '',
			closesOn: '2026-12-20'
		};
		const edit = (changes: Fields) =>
			send(editing.default, { ...edited, ...changes }, { key: round.organizer });
		const isUnchanged = async (organization = 'Lumen') => {
			const shown = await showRound(context, round.organizer);
			expect(shown).toMatchObject({ round: { organization }, teams: [{ headcount: 12 }, {}] });
		};
		return { round, edit, isUnchanged };
	}

	test('to a headcount below the answers', async () => {
		const { round, edit, isUnchanged } = await opened();
		for (let person = 0; person < 6; person++) await answerAll(context, tokenFor(round, 'member'));

		expect(await edit({ teamHeadcount: ['5', '7'] })).toMatchObject({
			status: 409,
			data: {
				typed: { organization: 'Lumen & Co', teams: [{ headcount: '5' }, {}] },
				problems: [{ field: 'team-people-1', ...says(/cannot be smaller/) }]
			}
		});
		await isUnchanged();
	});

	test('to a smaller headcount where nearly all have answered, which would say who is missing', async () => {
		const { round, edit, isUnchanged } = await opened();
		for (let person = 0; person < 10; person++) await answerAll(context, tokenFor(round, 'member'));

		for (const smaller of ['10', '11'])
			expect(await edit({ teamHeadcount: [smaller, '7'] })).toMatchObject({ status: 409 });
		await isUnchanged();
	});

	test('because somebody else changed the round meanwhile', async () => {
		const { round, edit, isUnchanged } = await opened();
		await editRound(context, round.organizer, { version: 2, organization: 'Theirs' });

		expect(await edit({})).toMatchObject({
			status: 409,
			data: { typed: { organization: 'Lumen & Co' }, theirs: { organization: 'Theirs' } }
		});
		await isUnchanged('Theirs');
	});

	test('because the round is closed', async () => {
		const { round, edit, isUnchanged } = await opened();
		await closeRound(context, round.organizer);

		expect(await edit({ version: '3' })).toMatchObject({
			status: 409,
			data: { typed: { organization: 'Lumen & Co' }, problems: [says(/closed/)] }
		});
		await isUnchanged();
	});
});
