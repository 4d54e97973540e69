import { setTimeout as pause } from 'node:timers/promises';
import type { Paper } from '../../content/report/document.ts';
import { dayWords } from '../../content/day-words.ts';
import type { Branding } from '../../domain/branding/branding.ts';
import type { GroupView, Results } from '../../domain/results/results.ts';
import * as m from '../../paraglide/messages.js';
import { safeFileName } from '../../content/safe-file-name.ts';
import { groupReportFile, type GroupReportFile } from './group-report-file.ts';
import type { ReportRenderer } from './renderer.ts';
import type { ZipEntry } from './zip-stream.ts';

interface Wish {
	results: Results;
	day: string;
	paper: Paper;
	branding?: Branding;
}

/** As many as there are workers on a small machine; more would wait before the reports of others. */
const AT_A_TIME = 2;

/**
 * Every team's report, in the organizer's order, after a page of what is in there. Made while they are taken: never
 * more than two are under way or waiting.
 */
export async function* teamReports(reports: ReportRenderer, wish: Wish): AsyncGenerator<ZipEntry> {
	const { teams } = wish.results;
	yield about(wish);
	const waiting: Promise<ZipEntry>[] = [];
	let next = 0;
	while (next < teams.length || waiting.length > 0) {
		while (next < teams.length && waiting.length < AT_A_TIME) {
			const entry = entryFor(reports, wish, next++);
			// A reader who has left leaves nobody to hear of a failure.
			entry.catch(() => undefined);
			waiting.push(entry);
		}
		yield await waiting.shift()!;
	}
}

function about({ results: { organization, teams }, day }: Wish): ZipEntry {
	const text = m.results_zip_about({
		organization,
		day: dayWords(day),
		teams: teams.map(({ name }, at) => `${numberOf(at, teams)} ${name}`).join('\n')
	});
	return { name: m.results_zip_about_name(), bytes: new TextEncoder().encode(text) };
}

async function entryFor(reports: ReportRenderer, wish: Wish, place: number): Promise<ZipEntry> {
	const { teams } = wish.results;
	const team = teams[place]!;
	const words = { at: numberOf(place, teams), team: team.name };
	const made = await patiently(() => groupReportFile(reports, { ...wish, team }));
	if (made.ok) return { name: safeFileName(m.results_zip_team(words)), bytes: made.pdf };
	if (made.refusal === 'closed') throw new Error('The server is closing.');
	return {
		name: safeFileName(m.results_zip_missing_name(words)),
		bytes: new TextEncoder().encode(m.results_zip_missing())
	};
}

const TRIES = 20;
const PAUSE_MS = 500;

/** Reports that others asked for come first where the queue is full. */
async function patiently(make: () => Promise<GroupReportFile>): Promise<GroupReportFile> {
	for (let tries = 1; ; tries++) {
		const made = await make();
		const isBusy = !made.ok && made.refusal === 'queue-full';
		if (!isBusy || tries === TRIES) return made;
		await pause(PAUSE_MS);
	}
}

/** Keeps names apart and in order wherever they are sorted, as in “007”. */
function numberOf(place: number, teams: readonly GroupView[]): string {
	return String(place + 1).padStart(String(teams.length).length, '0');
}
