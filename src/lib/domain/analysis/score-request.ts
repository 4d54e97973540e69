import { z } from 'zod';
import { answersSchema, type Answers } from '../answers.ts';
import {
	instrumentSchema,
	lensSchema,
	type Instrument,
	type Lens
} from '../instrument/instrument.ts';
import { encodeAnswers, layoutOf } from '../scoring/layout.ts';
import { Tally } from '../scoring/tally.ts';
import { NAME_LENGTH } from '../sheet.ts';
import type { Analysis } from './analysis.ts';
import { analyze } from './analyze.ts';
import type { LensTally } from './lens-gaps.ts';

const team = z.string().trim().min(1).max(NAME_LENGTH);

const sheetSchema = z
	.strictObject({
		team: team.default('Everybody'),
		lens: lensSchema.default('member'),
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
	sheets: z.array(sheetSchema)
});

export type ScoreRequest = z.infer<typeof scoreRequestSchema>;

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
	const lenses = new Map<Lens, Tally>();
	for (const { team, lens, seconds, answers } of request.sheets) {
		const tally =
			lenses.get(lens) ?? new Tally(layoutOf(instrument, formOf(instrument, request, lens)));
		lenses.set(lens, tally);
		const sheet = new Uint8Array(tally.layout.items.length);
		encodeAnswers(tally.layout, answers as Answers, sheet);
		tally.add(tally.cell(team), sheet, 0, seconds ?? NaN);
	}
	return analyze(tallies(lenses, instrument, request), {
		seed: request.seed,
		headcounts: new Map(request.headcounts.map(({ team, headcount }) => [team, headcount]))
	});
}

/** Without a sheet, the members' analysis says that nobody answered. */
function tallies(
	lenses: ReadonlyMap<Lens, Tally>,
	instrument: Instrument,
	request: ScoreRequest
): LensTally[] {
	if (lenses.size > 0) return [...lenses].map(([lens, tally]) => ({ lens, tally }));
	return [
		{
			lens: 'member',
			tally: new Tally(layoutOf(instrument, formOf(instrument, request, 'member')))
		}
	];
}

function formOf({ forms }: Instrument, request: Pick<ScoreRequest, 'forms'>, lens: Lens): string {
	const longest = Object.keys(forms).reduce((a, b) =>
		forms[b]!.length > forms[a]!.length ? b : a
	);
	return request.forms[lens] ?? longest;
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

	const schemas = new Map<Lens, z.ZodType<Answers>>();
	const schemaOf = (lens: Lens) => {
		const known = schemas.get(lens) ?? answersSchema(instrument, formOf(instrument, request, lens));
		schemas.set(lens, known);
		return known;
	};
	return [
		...repeatedTeams(request),
		...request.sheets.flatMap(({ lens, answers }, at): Contradiction[] => {
			if (!instrument.lenses.includes(lens))
				return [{ path: ['sheets', at, 'lens'], message: `The instrument has no lens “${lens}”.` }];
			const issues = schemaOf(lens).safeParse(answers).error?.issues ?? [];
			return issues.map(({ path, message }) => ({
				path: ['sheets', at, 'answers', ...path],
				message
			}));
		})
	];
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
