import { z } from 'zod';
import type { Answers } from '../answers.ts';
import {
	instrumentSchema,
	lensSchema,
	type Instrument,
	type Lens
} from '../instrument/instrument.ts';
import { encodeAnswers, layoutOf } from '../scoring/layout.ts';
import { PersonScores } from '../scoring/person-scores.ts';
import { Tally } from '../scoring/tally.ts';
import { NAME_LENGTH } from '../sheet.ts';
import type { Analysis } from './analysis.ts';
import { analyze } from './analyze.ts';
import type { LensTally } from './lens-gaps.ts';
import { contradictions, formAsked } from './score-contradictions.ts';

/** Not a lens: an employee who answers as customers would. */
const GUESS = 'guess';

const team = z.string().trim().min(1).max(NAME_LENGTH);

const sheetSchema = z
	.strictObject({
		team: team.default('Everybody'),
		lens: z
			.enum([...lensSchema.options, GUESS])
			.default('member')
			.describe('“guess” is what an employee thinks that customers would answer.'),
		person: team
			.optional()
			.describe(
				'A code, the same in both rounds and only once in each and its lens: then each one’s answers are compared with their own. Read with “before” only, and in no answer.'
			),
		seconds: z.number().min(0).optional().describe('How long the person took.'),
		answers: z
			.record(z.string(), z.int().nullable())
			.describe('By item: a value of the scale, or null for “not sure”. Absent: no answer.')
	})
	.meta({ id: 'SheetInput' });

/** The body of a request to score sheets, as far as it does not depend on the instrument. */
export const scoreRequestSchema = z.strictObject({
	instrument: instrumentSchema.optional().describe('Holoscope’s own when not given.'),
	forms: z
		.partialRecord(lensSchema, z.string())
		.default({})
		.describe('The form that each lens was asked; the longest one when not given.'),
	headcounts: z
		.array(z.strictObject({ team, headcount: z.int().min(1) }))
		.max(50_000)
		.default([])
		.describe('People in each team, answered or not. Teams are shown in this order.'),
	seed: z
		.int()
		.min(-(2 ** 31))
		.max(2 ** 31 - 1)
		.default(1)
		.describe('Of the shuffles in the chance test.'),
	sheets: z.array(sheetSchema),
	before: z
		.array(sheetSchema)
		.optional()
		.describe('Sheets of an earlier round in the same forms, for what has changed since.')
});

export type ScoreRequest = z.infer<typeof scoreRequestSchema>;
type SheetLens = ScoreRequest['sheets'][number]['lens'];

/** The schema of a whole request: answers must fit the instrument and the form of their lens. */
export function scoreRequestFor(own: Instrument): z.ZodType<ScoreRequest> {
	return scoreRequestSchema.superRefine((request, context) => {
		const instrument = request.instrument ?? own;
		for (const { path, message } of contradictions(request, instrument)) {
			context.addIssue({ code: 'custom', path, message });
		}
	});
}

/** Scores a valid request, with our own instrument where it brings none. */
export function scoreRequest(request: ScoreRequest, own: Instrument): Analysis {
	const instrument = request.instrument ?? own;
	const { lenses, guess, people } = counted(request.sheets, instrument, request);
	const before = request.before && counted(request.before, instrument, request);
	return analyze(lenses.length > 0 ? lenses : [nobody(instrument, request)], {
		seed: request.seed,
		headcounts: new Map(request.headcounts.map(({ team, headcount }) => [team, headcount])),
		guess,
		before: before?.lenses,
		people: before && { before: before.people, now: people }
	});
}

interface Counted {
	lenses: LensTally[];
	guess: Tally | null;
	/** By lens: who can be told by a code; only where two rounds are compared. */
	people: ReadonlyMap<Lens, PersonScores>;
}

function counted(
	sheets: ScoreRequest['sheets'],
	instrument: Instrument,
	request: ScoreRequest
): Counted {
	const tallies = new Map<SheetLens, Tally>();
	const people = new Map<Lens, PersonScores>();
	for (const { team, lens, person, seconds = NaN, answers } of sheets) {
		const tally =
			tallies.get(lens) ?? new Tally(layoutOf(instrument, formAsked(instrument, request, lens)));
		tallies.set(lens, tally);
		const sheet = new Uint8Array(tally.layout.items.length);
		encodeAnswers(tally.layout, answers as Answers, sheet);
		tally.add(tally.cell(team), sheet, 0, seconds);
		if (person === undefined || lens === GUESS || !request.before) continue;
		const known = people.get(lens) ?? new PersonScores(tally.layout);
		people.set(lens, known);
		known.add(person, team, sheet, seconds);
	}
	return {
		lenses: [...tallies].flatMap(([lens, tally]) => (lens === GUESS ? [] : [{ lens, tally }])),
		guess: tallies.get(GUESS) ?? null,
		people
	};
}

/** Without a sheet, the members' analysis says that nobody answered. */
function nobody(instrument: Instrument, request: ScoreRequest): LensTally {
	return {
		lens: 'member',
		tally: new Tally(layoutOf(instrument, formAsked(instrument, request, 'member')))
	};
}
