import { problemAt, type Problem } from '$lib/components/round/problems';
import { refusalWords, teamProblemWords, type Refusal } from '$lib/content/round-refusals';
import { teamRowField, teamRowWords } from '$lib/content/team-row-words';
import type { Cut } from '$lib/domain/publication/contract';
import { newRoundSchema, type NewRound } from '$lib/domain/round/new-round';
import { parseTeamList, type NamedTeam } from '$lib/domain/round/team-list';
import { readTypedTeams, type TypedTeam } from '$lib/domain/round/typed-teams';
import { NAME_LENGTH } from '$lib/domain/sheet';
import * as m from '$lib/paraglide/messages';

/** Everything on the page as it was typed, to show it again. */
export interface TypedRound {
	organization: string;
	teams: TypedTeam[];
	pasted: string;
	lenses: string[];
	form: string;
	/** Whether the price of control is asked. */
	outcomes: boolean;
	/** Whether members may guess how customers would answer. */
	guess: boolean;
	openness: 'anonymous' | 'open';
	k: string;
	closesOn: string;
	keptUntil: string;
}

export interface ReadRound {
	typed: TypedRound;
	problems: Problem[];
	/** Null as long as there are problems. */
	plan: NewRound | null;
}

/** Reads the page: what was typed, what is wrong with it, and the plan when nothing is. */
export function readRoundForm(data: FormData): ReadRound {
	const typed = readTyped(data);
	const listed = readTypedTeams(typed.teams);
	const pasted = parseTeamList(typed.pasted);
	const teams: NamedTeam[] = [...listed.teams, ...pasted.teams];

	const form = newRoundSchema.safeParse(toPlan(typed));
	const problems = [
		...fieldProblems(form),
		...listed.problems.map((problem) => ({
			field: teamRowField(problem),
			text: teamRowWords(problem)
		})),
		...pasted.problems.map((problem) => ({ field: 'pasted', text: teamProblemWords(problem) }))
	];
	if (teams.length === 0 && !problemAt(problems, 'pasted'))
		problems.push({ field: 'team-name-1', text: refusalWords('teams-missing') });

	const plan = form.success && problems.length === 0 ? { ...form.data, teams } : null;
	return { typed, problems: inPageOrder(problems), plan };
}

/** Where a refusal of the whole plan belongs on the page. */
export function refusalProblem(refusal: Refusal): Problem {
	const fields: Partial<Record<Refusal, string>> = {
		'closing-day-past': 'closes-on',
		'kept-too-short': 'kept-until',
		'unknown-form': 'form',
		'lens-not-asked': 'lenses'
	};
	return { field: fields[refusal] ?? 'team-name-1', text: refusalWords(refusal) };
}

/** The rows of teams, with as many ids, names and headcounts as were sent. */
export function readRows(data: FormData): TypedTeam[] {
	const [ids, names, headcounts] = ['teamId', 'teamName', 'teamHeadcount'].map((name) =>
		data.getAll(name).map(String)
	);
	return names!.map((name, index) => ({
		id: ids![index] ?? '',
		name,
		headcount: headcounts![index] ?? ''
	}));
}

function readTyped(data: FormData): TypedRound {
	const text = (name: string) => String(data.get(name) ?? '');
	return {
		organization: text('organization'),
		teams: readRows(data),
		pasted: text('pasted'),
		lenses: data.getAll('lenses').map(String),
		form: text('form'),
		outcomes: text('outcomes') === 'yes',
		guess: data.has('guess'),
		openness: text('openness') === 'open' ? 'open' : 'anonymous',
		k: text('k'),
		closesOn: text('closesOn'),
		keptUntil: text('keptUntil')
	};
}

function toPlan({ organization, form, closesOn, ...typed }: TypedRound) {
	const { lenses, guess, openness, k, outcomes, keptUntil } = typed;
	const asked = [...new Set(['member', ...lenses])];
	const cuts: Cut[] = ['whole', 'team', 'lens'];
	if (asked.includes('leader')) cuts.push('pooled-leaders');
	if (asked.includes('customer') && guess) cuts.push('guess');
	return {
		organization,
		form,
		closesOn,
		contract: {
			version: 1,
			openness,
			// An empty field is no number; Number would read it as 0.
			k: k.trim() === '' ? Number.NaN : Number(k),
			lenses: asked,
			cuts,
			...(outcomes && { outcomes: true }),
			keptUntil
		}
	};
}

const order = ['organization', 'team', 'pasted', 'lenses', 'form', 'closes-on', 'k', 'kept-until'];

/** From the top of the page down, so that the first one is the first to correct. */
function inPageOrder(problems: Problem[]): Problem[] {
	const place = ({ field }: Problem) => order.findIndex((start) => field.startsWith(start));
	return problems.toSorted((a, b) => place(a) - place(b));
}

/** Each field once, in words. */
function fieldProblems(result: ReturnType<typeof newRoundSchema.safeParse>): Problem[] {
	const names = result.error?.issues.map(({ path, code }) => ({ name: path.at(-1), code })) ?? [];
	const words: Record<string, (code: string) => Problem> = {
		organization: (code) => ({
			field: 'organization',
			text:
				code === 'too_big'
					? m.rounds_organization_too_long({ limit: NAME_LENGTH })
					: m.rounds_organization_missing()
		}),
		form: () => ({ field: 'form', text: refusalWords('unknown-form') }),
		k: () => ({ field: 'k', text: m.rounds_k_range() }),
		closesOn: () => ({ field: 'closes-on', text: m.rounds_day_missing() }),
		keptUntil: () => ({ field: 'kept-until', text: m.rounds_day_missing() })
	};
	const found = names.map(
		({ name, code }) =>
			words[String(name)]?.(code) ?? { field: 'lenses', text: refusalWords('lens-not-asked') }
	);
	return found.filter(({ field }, index) => found.findIndex((f) => f.field === field) === index);
}
