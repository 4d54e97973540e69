import type { z } from 'zod';
import { answersSchema, type Answers } from '../answers.ts';
import type { Instrument } from '../instrument/instrument.ts';
import type { ScoreRequest } from './score-request.ts';

type SheetLens = ScoreRequest['sheets'][number]['lens'];

/** A guess is asked in the customers' form. */
export function formAsked(
	{ forms }: Instrument,
	request: Pick<ScoreRequest, 'forms'>,
	lens: SheetLens
): string {
	const longest = Object.keys(forms).reduce((a, b) =>
		forms[b]!.length > forms[a]!.length ? b : a
	);
	return request.forms[lens === 'guess' ? 'customer' : lens] ?? longest;
}

interface Contradiction {
	path: PropertyKey[];
	message: string;
}

/** What is wrong with a request besides its shape: forms, lenses and answers that the instrument does not have. */
export function contradictions(request: ScoreRequest, instrument: Instrument): Contradiction[] {
	const unknownForms = Object.entries(request.forms)
		.filter(([, form]) => !instrument.forms[form])
		.map(([lens, form]) => ({
			path: ['forms', lens],
			message: `The instrument has no form “${form}”.`
		}));
	if (unknownForms.length) return unknownForms;

	const schemas = new Map<SheetLens, z.ZodType<Answers>>();
	const schemaOf = (lens: SheetLens) => {
		const known =
			schemas.get(lens) ?? answersSchema(instrument, formAsked(instrument, request, lens));
		schemas.set(lens, known);
		return known;
	};
	return [
		...repeatedTeams(request),
		...sheetContradictions('sheets', request.sheets, instrument, schemaOf),
		...sheetContradictions('before', request.before ?? [], instrument, schemaOf),
		...repeatedPeople('sheets', request.sheets),
		...repeatedPeople('before', request.before ?? [])
	];
}

function sheetContradictions(
	list: 'sheets' | 'before',
	sheets: ScoreRequest['sheets'],
	{ lenses }: Instrument,
	schemaOf: (lens: SheetLens) => z.ZodType<Answers>
): Contradiction[] {
	return sheets.flatMap(({ lens, answers }, at): Contradiction[] => {
		if (!lenses.includes(lens === 'guess' ? 'customer' : lens))
			return [{ path: [list, at, 'lens'], message: `The instrument has no lens “${lens}”.` }];
		const issues = schemaOf(lens).safeParse(answers).error?.issues ?? [];
		return issues.map(({ path, message }) => ({
			path: [list, at, 'answers', ...path],
			message
		}));
	});
}

function repeatedPeople(
	list: 'sheets' | 'before',
	sheets: ScoreRequest['sheets']
): Contradiction[] {
	const seen = new Set<string>();
	return sheets.flatMap(({ lens, person }, at) => {
		if (person === undefined) return [];
		const key = `${lens} ${person}`;
		if (seen.has(key))
			return [{ path: [list, at, 'person'], message: `“${person}” comes twice in this lens.` }];
		seen.add(key);
		return [];
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
