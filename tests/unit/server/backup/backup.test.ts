import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { expect, onTestFinished, test } from 'vitest';
import { agendaFrom } from '$lib/domain/workshop/agenda';
import { FOR_ROUND, type SentText } from '$lib/domain/workshop/texts';
import { restoreBackup } from '$lib/server/backup/restore-backup';
import { writeBackup } from '$lib/server/backup/write-backup';
import type { Database } from '$lib/server/database/database';
import { schemaVersions } from '$lib/server/database/migrations/index';
import { TABLES } from '$lib/server/database/schema';
import { openSqlite } from '$lib/server/database/sqlite';
import * as exchangePairs from '$lib/server/repositories/exchange-pairs';
import * as publications from '$lib/server/repositories/publications';
import { answerClosing } from '$lib/server/use-cases/answer-closing';
import { brandRound } from '$lib/server/use-cases/brand-round';
import { closeRound } from '$lib/server/use-cases/close-round';
import { followUpPromise } from '$lib/server/use-cases/follow-up-promise';
import { followRound } from '$lib/server/use-cases/follow-round';
import { moveDot } from '$lib/server/use-cases/move-dot';
import { proposePromise } from '$lib/server/use-cases/propose-promise';
import { saveComment } from '$lib/server/use-cases/save-comment';
import { importSheets } from '$lib/server/use-cases/import-sheets';
import { sendText } from '$lib/server/use-cases/send-text';
import { acceptPromise } from '$lib/server/use-cases/settle-promise';
import { weighPromise } from '$lib/server/use-cases/weigh-promise';
import { showWorkshopLinks } from '$lib/server/use-cases/workshop-links';
import { createTestContext, type TestContext } from '../../../support/context';
import { kinds } from '../../../support/databases';
import { onEveryDatabase } from '../../../support/on-every-database';
import { answerAll, begin, openedRound, tokenFor } from '../../../support/rounds';
import { newRoom, press, roomAt, STEP, vote, type TestSeat } from '../../../support/workshops';

function temporaryFile(name = 'backup.jsonl.gz'): string {
	const folder = mkdtempSync(join(tmpdir(), 'holoscope-backup-'));
	onTestFinished(() => rmSync(folder, { recursive: true }));
	return join(folder, name);
}

/** Every row of every table, in the order of its text. */
async function everything({ read }: Database): Promise<Record<string, string[]>> {
	const tables = TABLES.map(async (table) => {
		const rows: object[] = await read.selectFrom(table).selectAll().execute();
		const texts = rows.map((row) => JSON.stringify(Object.entries(row).sort()));
		return [table, texts.sort()] as const;
	});
	return Object.fromEntries(await Promise.all(tables));
}

/** Rows in every table: a round that was published and followed, one of its sheets unfinished. */
async function fill(context: TestContext) {
	const round = await openedRound(context);
	for (let person = 0; person < 65; person++) {
		await answerAll(context, tokenFor(round, 'member', person % 2), 1 + (person % 5));
	}
	const writer = await answerAll(context, tokenFor(round, 'customer'));
	await saveComment(context, writer, { prompt: 'voice', words: 'They ask. “Ünïcödé” 🌊' });
	await closeRound(context, round.organizer);
	await context.db.write((db) =>
		publications.append(db, round.roundId, { hash: 'abc', body: '{"a": 1 }' })
	);
	await brandRound(context, round.organizer, { accent: '#0a5c36' });
	await context.db.write((db) =>
		exchangePairs.save(db, round.roundId, { same: [{ get: 'a', give: 'b' }], different: [] })
	);
	const next = { closesOn: '2027-05-01', keptUntil: '2027-12-31' };
	const followed = await followRound(context, round.organizer, next);
	if (followed.refusal !== null) throw new Error(followed.refusal);
	const other = await openedRound(context);
	await begin(context, tokenFor(other, 'partner'));
	const sheet = { teamId: null, lens: 'customer' as const, answers: { 'voice-1': 4 } };
	await importSheets(context, other.organizer, [sheet]);
	await fillWorkshop(context);
}

/** A workshop in which everything was answered that can be, and promises were followed up. */
async function fillWorkshop(context: TestContext) {
	const ninety = agendaFrom('ninety-minutes', ['voice', 'regard']);
	const agenda = { ...ninety, steps: [...ninety.steps, { kind: 'voices', minutes: 10 }] };
	const room = await roomAt(context, 'clues', { openness: 'open', agenda });
	const [seat] = room.seats as [TestSeat];
	await press(context, room, { kind: 'open-vote' });
	await vote(context, seat, 4);
	await press(context, room, { kind: 'reveal' }, { kind: 'go-to', step: STEP.focus });
	await press(context, room, { kind: 'open-focus' });
	await moveDot(context, seat, { kind: 'place', dimension: 'voice', placed: 0 });
	await press(context, room, { kind: 'go-to', step: STEP.promises }, { kind: 'open-weighing' });
	const idea = { words: 'We ask.', serves: 'They say.', dimension: 'voice' };
	const promise = { ...idea, owner: 'Ada', dueOn: '2026-11-22' };
	const proposed = await proposePromise(context, seat, promise);
	if (proposed.refusal !== null) throw new Error(proposed.refusal);
	const { id } = proposed;
	await weighPromise(context, seat, { promiseId: id, weight: 1 });
	await acceptPromise(context, room.facilitate, { ...promise, id });
	await press(context, room, { kind: 'go-to', step: STEP.close });
	await answerClosing(context, seat, { wellSpent: 4, withEachOther: 5 });
	await press(context, room, { kind: 'go-to', step: agenda.steps.length - 1 });
	const body = { words: 'They met.', moment: 'hologram' as const, dimension: null };
	const key = 'a'.repeat(32);
	const story: SentText = {
		step: 'voices',
		key,
		revision: 1,
		mayKeep: true,
		told: FOR_ROUND,
		body
	};
	for (const each of room.seats) await sendText(context, each, story);
	await press(context, room, { kind: 'show-texts' }, { kind: 'end' });
	const links = await showWorkshopLinks(context, room.facilitate);
	const recap = links.refusal === null ? links.recap : '';
	const device = { door: { recap }, promiseId: id, deviceKey: 'a device' };
	await followUpPromise(context, device, { done: 'yes', helped: 'yes' });
	await newRoom(context, { previous: room.facilitate });
}

onEveryDatabase('a backup', (context) => {
	test('comes back row by row in an empty place, whatever database that is', async () => {
		await fill(context());
		const file = temporaryFile();
		const before = await everything(context().db);
		const count = await writeBackup(context().db, file, '2026-11-22');

		expect(Object.values(before).every((rows) => rows.length > 0)).toBe(true);
		expect(Object.values(before).flat()).toHaveLength(count);
		for (const { open } of [...kinds, { open: () => openSqlite(':memory:') }]) {
			const empty = await open();
			expect(await restoreBackup(empty, file)).toEqual({ refusal: null, count });
			expect(await everything(empty)).toEqual(before);
			await empty.close();
		}
	}, 60_000);

	test('shows one moment, although people go on answering', async () => {
		const round = await openedRound(context());
		const file = temporaryFile();
		const token = tokenFor(round, 'customer');

		const [, ...answered] = await Promise.all([
			writeBackup(context().db, file, '2026-11-22'),
			...Array.from({ length: 20 }, () => answerAll(context(), token))
		]);

		const copy = await openSqlite(':memory:');
		expect(await restoreBackup(copy, file)).toMatchObject({ refusal: null });
		const sheets = await copy.read.selectFrom('sheets').select('id').execute();
		expect(sheets.length).toBeLessThanOrEqual(answered.length);
		await copy.close();
	});

	test('is refused where rounds are kept, and replaces them when told to', async () => {
		await openedRound(context());
		const file = temporaryFile();
		await writeBackup(context().db, file, '2026-11-22');
		const saved = await everything(context().db);
		await openedRound(context());
		const now = await everything(context().db);

		expect(await restoreBackup(context().db, file)).toEqual({ refusal: 'not-empty' });
		expect(await everything(context().db)).toEqual(now);
		expect(await restoreBackup(context().db, file, { isReplacing: true })).toMatchObject({
			refusal: null
		});
		expect(await everything(context().db)).toEqual(saved);
	});

	test.each([
		['was cut off', (bytes: Buffer) => bytes.subarray(0, bytes.length - 40), 'backup-damaged'],
		['lost its end', changed((lines) => lines.slice(0, -1)), 'backup-damaged'],
		['lost rows', changed((lines) => lines.filter((_, index) => index !== 1)), 'backup-damaged'],
		['has lines after its end', changed((lines) => [...lines, lines[1]!]), 'backup-damaged'],
		['is a picture', () => Buffer.from([0x89, 0x50, 0x4e, 0x47]), 'not-a-backup'],
		['is empty', () => gzipSync(''), 'not-a-backup'],
		[
			'was made by a newer version',
			changed(([head, ...rest]) => [head!.replace(schemaVersions.at(-1)!, '900-later'), ...rest]),
			'backup-newer'
		],
		[
			'holds a round after one that is missing',
			changed((lines) =>
				lines.map((line) => line.replace('"previous_id":null', '"previous_id":"x"'))
			),
			'backup-damaged'
		]
	])('changes nothing when the file %s', async (_, damage, refusal) => {
		await openedRound(context());
		const file = temporaryFile();
		await writeBackup(context().db, file, '2026-11-22');
		writeFileSync(file, damage(readFileSync(file)));
		const before = await everything(context().db);

		expect(await restoreBackup(context().db, file, { isReplacing: true })).toEqual({ refusal });
		expect(await everything(context().db)).toEqual(before);
	});
});

test('leaves no half a file when it cannot be finished', async () => {
	const context = await createTestContext();
	const file = temporaryFile();
	const broken = {
		...context.db,
		snapshot: () => Promise.reject(new Error('gone'))
	} satisfies Database;

	await expect(writeBackup(broken, file, '2026-11-22')).rejects.toThrow('gone');
	expect(existsSync(file) || existsSync(`${file}.part`)).toBe(false);
	await context.close();
});

test('the commands back up and restore beside a running app', async () => {
	const live = temporaryFile('live.db');
	const db = await openSqlite(live);
	const context = await createTestContext(db);
	await openedRound(context);
	const file = temporaryFile();
	const run = (command: string, parameters: string[], databaseFile: string) =>
		spawnSync(process.execPath, [`src/cli/${command}.ts`, ...parameters], {
			encoding: 'utf8',
			env: { ...process.env, DATABASE_URL: '', DATABASE_FILE: databaseFile }
		});

	const backup = run('backup', [file], live);
	expect(backup).toMatchObject({ status: 0, stdout: expect.stringMatching(/^Wrote \d+ rows/) });
	expect(statSync(file).mode & 0o777).toBe(0o600);
	expect(run('backup', [file], live)).toMatchObject({ status: 1 });

	expect(run('restore', [file], live).stderr).toContain('--replace');
	expect(run('restore', [file, '--replace'], live)).toMatchObject({ status: 0 });
	const copy = temporaryFile('copy.db');
	expect(run('restore', [file], copy)).toMatchObject({ status: 0 });

	const restored = await openSqlite(copy);
	expect(await everything(restored)).toEqual(await everything(db));
	await restored.close();
	await db.close();
});

/** The file with its lines changed, compressed again. */
function changed(change: (lines: string[]) => string[]) {
	return (bytes: Buffer): Buffer => {
		const lines = gunzipSync(bytes).toString('utf8').trimEnd().split('\n');
		return gzipSync(`${change(lines).join('\n')}\n`);
	};
}
