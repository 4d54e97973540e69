import { z } from 'zod';
import { answersSchema, type Answers } from '../answers.ts';
import { instrumentSchema, lensSchema, type Instrument } from '../instrument/instrument.ts';
import { encodeAnswers, layoutOf } from '../scoring/layout.ts';
import { Tally } from '../scoring/tally.ts';
import { NAME_LENGTH } from '../sheet.ts';
import type { Analysis } from './analysis.ts';
import { analyze } from './analyze.ts';
import type { LensTally } from './lens-gaps.ts';

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
	const { lenses, guess } = counted(request.sheets, instrument, request);
	return analyze(lenses.length > 0 ? lenses : [nobody(instrument, request)], {
		seed: request.seed,
		headcounts: new Map(request.headcounts.map(({ team, headcount }) => [team, headcount])),
		guess,
		before: request.before && counted(request.before, instrument, request).lenses
	});
}

function counted(
	sheets: ScoreRequest['sheets'],
	instrument: Instrument,
	request: ScoreRequest
): { lenses: LensTally[]; guess: Tally | null } {
	const tallies = new Map<SheetLens, Tally>();
	for (const { team, lens, seconds, answers } of sheets) {
		const tally =
			tallies.get(lens) ?? new Tally(layoutOf(instrument, formOf(instrument, request, lens)));
		tallies.set(lens, tally);
		const sheet = new Uint8Array(tally.layout.items.length);
		encodeAnswers(tally.layout, answers as Answers, sheet);
		tally.add(tally.cell(team), sheet, 0, seconds ?? NaN);
	}
	return {
		lenses: [...tallies].flatMap(([lens, tally]) => (lens === GUESS ? [] : [{ lens, tally }])),
		guess: tallies.get(GUESS) ?? null
	};
}

/** Without a sheet, the members' analysis says that nobody answered. */
function nobody(instrument: Instrument, request: ScoreRequest): LensTally {
	return {
		lens: 'member',
		tally: new Tally(layoutOf(instrument, formOf(instrument, request, 'member')))
	};
}

/** A guess is asked in the customers' form. */
function formOf(
	{ forms }: Instrument,
	request: Pick<ScoreRequest, 'forms'>,
	lens: SheetLens
): string {
	const longest = Object.keys(forms).reduce((a, b) =>
		forms[b]!.length > forms[a]!.length ? b : a
	);
	return request.forms[lens === GUESS ? 'customer' : lens] ?? longest;
}

interface Contradiction {
	path: PropertyKey[];
	message: string;
}

function contradictions(request: ScoreRequest, instrument: Instrument): Contradiction[] {
	const unknownForms = Object.entries(request.forms)
		.filter(([, form]) => !instrument.forms[form])
		.map(([lens, form]) => ({
			path: ['forms', lens],
			message: `The instrument has no form “${form}”.`
		}));
	if (unknownForms.length) return unknownForms;

	const schemas = new Map<SheetLens, z.ZodType<Answers>>();
	const schemaOf = (lens: SheetLens) => {
		const known = schemas.get(lens) ?? answersSchema(instrument, formOf(instrument, request, lens));
		schemas.set(lens, known);
		return known;
	};
	return [
		...repeatedTeams(request),
		...sheetContradictions('sheets', request.sheets, instrument, schemaOf),
		...sheetContradictions('before', request.before ?? [], instrument, schemaOf)
	];
}

function sheetContradictions(
	list: 'sheets' | 'before',
	sheets: ScoreRequest['sheets'],
	{ lenses }: Instrument,
	schemaOf: (lens: SheetLens) => z.ZodType<Answers>
): Contradiction[] {
	return sheets.flatMap(({ lens, answers }, at): Contradiction[] => {
		if (!lenses.includes(lens === GUESS ? 'customer' : lens))
			return [{ path: [list, at, 'lens'], message: `The instrument has no lens “${lens}”.` }];
		const issues = schemaOf(lens).safeParse(answers).error?.issues ?? [];
		return issues.map(({ path, message }) => ({
			path: [list, at, 'answers', ...path],
			message
		}));
	});
}

function repeatedTeams({ headcounts }: ScoreRequest): Contradiction[] {
	const seen = new Set<string>();
	return headcounts.flatMap(({ team }, at) => {
		if (seen.has(team))
			return [{ path: ['headcounts', at, 'team'], message: `“${team}” comes twice.` }];
		seen.add(team);
		return [];
	});
}
