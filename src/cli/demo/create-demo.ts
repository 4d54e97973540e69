import { holoscope } from '../../lib/content/instruments.ts';
import { newRoundSchema } from '../../lib/domain/round/new-round.ts';
import { ON_THE_WHOLE } from '../../lib/domain/round/comment.ts';
import { formFor, type Team } from '../../lib/domain/round/round.ts';
import type { ImportedSheet } from '../../lib/domain/round/imported-sheet.ts';
import type { Context } from '../../lib/server/context.ts';
import { commentId, createDeviceKey } from '../../lib/server/access/device-key.ts';
import * as comments from '../../lib/server/repositories/comments.ts';
import { closeRound } from '../../lib/server/use-cases/close-round.ts';
import { createRound } from '../../lib/server/use-cases/create-round.ts';
import { followRound } from '../../lib/server/use-cases/follow-round.ts';
import { importSheets } from '../../lib/server/use-cases/import-sheets.ts';
import { openRound } from '../../lib/server/use-cases/open-round.ts';
import { showLinks } from '../../lib/server/use-cases/show-links.ts';
import { showRound } from '../../lib/server/use-cases/show-round.ts';
import { demoComments } from './comments.ts';
import { simulateAnswers, type Profile } from './simulate.ts';
import { DEMO_ORGANIZATION, demoGuess, demoLenses, demoProgress, demoTeams } from './story.ts';

/** The secrets of a round's links. */
export interface DemoRound {
	organizer: string;
	results: string;
}

export interface Demo {
	organization: string;
	rounds: [DemoRound, DemoRound];
}

type Which = 0 | 1;
const FORM = 'full';
const DAY_MS = 24 * 60 * 60 * 1000;
/** Days ago: the first round a year before the second, and both over. */
const OPENED_AGO = [380, 15] as const;
const CLOSED_AGO = [366, 1] as const;

/**
 * Makes the story's organization through the same use cases as everybody: planned, opened, answered, closed and
 * thereby published, twice. The same people every time; only keys and days differ.
 */
export async function createDemo(context: Context): Promise<Demo> {
	const today = context.now();
	const daysAgo = (days: number) => new Date(today.getTime() - days * DAY_MS);
	const day = (days: number) => daysAgo(days).toISOString().slice(0, 10);
	const at = (days: number): Context => ({ ...context, now: () => daysAgo(days) });

	const created = await createRound(
		at(OPENED_AGO[0]),
		newRoundSchema.parse({
			organization: DEMO_ORGANIZATION,
			form: FORM,
			contract: {
				version: 1,
				lenses: ['member', 'leader', 'customer', 'partner'],
				cuts: ['whole', 'team', 'lens', 'pooled-leaders', 'guess'],
				outcomes: true,
				keptUntil: day(-365)
			},
			closesOn: day(CLOSED_AGO[0]),
			teams: demoTeams.map(({ name, headcount }) => ({ name, headcount }))
		})
	);
	const first = accepted(created).organizerToken;
	await answered(first, 0, at);

	const followed = await followRound(at(OPENED_AGO[1]), first, {
		closesOn: day(CLOSED_AGO[1]),
		keptUntil: day(-730)
	});
	const second = accepted(followed).organizerToken;
	await answered(second, 1, at);
	return {
		organization: DEMO_ORGANIZATION,
		rounds: [await linksOf(context, first), await linksOf(context, second)]
	};
}

async function answered(
	organizer: string,
	which: Which,
	at: (days: number) => Context
): Promise<void> {
	const during = at(OPENED_AGO[which]);
	refuse(await openRound(during, organizer));
	const { round, teams } = accepted(await showRound(during, organizer));
	accepted(await importSheets(during, organizer, sheetsOf(teams, which)));
	if (which === 1) await commented(during, round.id, teams);
	refuse(await closeRound(at(CLOSED_AGO[which]), organizer));
}

/** Kept as if sent from devices: no file brings comments along. */
async function commented({ db }: Context, roundId: string, teams: readonly Team[]): Promise<void> {
	await db.write(async (writer) => {
		for (const { team, lens, words: all } of demoComments) {
			const teamId = teams.find(({ name }) => name === team)?.id ?? null;
			const place = { roundId, teamId, lens };
			for (const words of all) {
				const id = commentId(createDeviceKey(), place, ON_THE_WHOLE);
				await comments.save(writer, { id, ...place, prompt: ON_THE_WHOLE, words });
			}
		}
	});
}

function sheetsOf(teams: readonly Team[], which: Which): ImportedSheet[] {
	const people = (profile: Profile, count: number, lens: ImportedSheet['lens'], place: number) =>
		simulateAnswers({
			instrument: holoscope,
			form: formFor({ form: FORM }, lens, holoscope),
			outcomes: lens === 'guess' ? [] : holoscope.outcomes,
			profile: which === 0 ? profile : moved(profile, demoProgress),
			people: count,
			seed: 1 + which * 1000 + place
		});
	return [
		...demoTeams.flatMap(({ profile, since = {}, answered }, t) =>
			people(which === 0 ? profile : moved(profile, since), answered[which], 'member', t).map(
				(answers) => ({
					lens: 'member' as const,
					teamId: teams[t]!.id,
					answers
				})
			)
		),
		...demoLenses.flatMap(({ lens, profile, answered }, l) =>
			people(profile, answered[which], lens, demoTeams.length + l).map((answers, person) => ({
				lens,
				teamId: lens === 'leader' ? teams[person % teams.length]!.id : null,
				answers
			}))
		),
		...people(
			demoGuess.profile,
			demoGuess.answered[which],
			'guess',
			demoTeams.length + demoLenses.length
		).map((answers) => ({ lens: 'guess' as const, teamId: null, answers }))
	];
}

function moved(profile: Profile, by: Profile): Profile {
	return Object.fromEntries(
		Object.entries(profile).map(([dimension, points]) => [dimension, points + (by[dimension] ?? 0)])
	);
}

async function linksOf(context: Context, organizer: string): Promise<DemoRound> {
	const { links } = accepted(await showLinks(context, organizer));
	return { organizer, results: links.find(({ kind }) => kind === 'results')!.token };
}

/** In a story that we wrote nothing is refused; if it is, that is a bug. */
function accepted<T extends { refusal: unknown }>(outcome: T): Extract<T, { refusal: null }> {
	refuse(outcome.refusal);
	return outcome as Extract<T, { refusal: null }>;
}

function refuse(refusal: unknown): void {
	if (refusal) throw new Error(`The demo was refused: ${String(refusal)}.`);
}
