import type { Instrument } from '../../domain/instrument/instrument.ts';
import {
	clearNeeds,
	clearStrengths,
	type GroupReport,
	type ReportFidelity,
	type ReportScore
} from '../../domain/report/group-report.ts';
import type { AgreementWord } from '../../domain/scoring/agreement-word.ts';
import { zonesTouched, type Zone } from '../../domain/scoring/zones.ts';
import * as m from '../../paraglide/messages.js';
import { quadrantWords } from '../balance-words.ts';
import { betweenZoneWords, zoneWords } from '../headline.ts';
import { openersFor, practicesFor } from '../practices.ts';
import { section, small, text, type PolesBlock, type ReportBlock } from './document.ts';
import {
	CLOSENESS,
	LENSES,
	hasDimensions,
	listed,
	meanWords,
	measureWords,
	nameWords
} from './group-names.ts';
import { dimensionOf, points } from './names.ts';

const WHO = {
	member: m.group_report_who_member,
	leader: m.group_report_who_leader,
	customer: m.group_report_who_customer,
	partner: m.group_report_who_partner
};

/** Where they stand, in one sentence. */
export function groupHeadline(report: GroupReport): string {
	const { mean, margin } = report.whole.overall;
	if (mean === null && report.within) return m.results_team_heading_hidden({ name: report.name });
	if (mean === null) return m.group_report_heading_none();
	const { from, to } = zonesTouched(mean, margin ?? 0);
	if (report.within) return teamHeadline(report.name, from, to);
	const who = WHO[report.lens]({ name: nameWords(report) });
	if (from === to) return m.group_report_heading_one({ who, zone: zoneWords(from) });
	return m.group_report_heading_between({
		who,
		from: betweenZoneWords(from),
		to: betweenZoneWords(to)
	});
}

function teamHeadline(name: string, from: Zone, to: Zone): string {
	if (from === to) return m.results_team_heading_one({ name, zone: zoneWords(from) });
	return m.results_team_heading_between({
		name,
		from: betweenZoneWords(from),
		to: betweenZoneWords(to)
	});
}

/** How sure that is, in another. */
export function groupSureness({ whole: { overall } }: GroupReport): string {
	const { mean, margin, bound, missing } = overall;
	if (mean === null)
		return missing === 'hidden' ? m.group_report_sure_hidden() : m.group_report_sure_none();
	if (bound) {
		const words = bound === 'or-more' ? m.publication_or_more : m.publication_or_less;
		return m.group_report_sure_bound({ score: words({ value: points(mean) }) });
	}
	const score = points(mean);
	if (margin === null) return m.group_report_sure_unknown({ score });
	const { from, to } = zonesTouched(mean, margin);
	const words = { score, margin: Math.round(margin) };
	return from === to ? m.group_report_sure_one(words) : m.group_report_sure_more(words);
}

/** The one thing that a reader who stops at the cover can do. */
export function groupAct(instrument: Instrument, report: GroupReport): ReportBlock {
	const label = m.report_act();
	const [need] = clearNeeds(instrument, report.whole);
	// What an organization does, its members do: people outside cannot.
	const practice = (need && practicesFor(need.measure, 'member')[0]) ?? openersFor('member')[0];
	return practice
		? { kind: 'act', label, title: practice.title, text: practice.doing }
		: { kind: 'act', label, title: '', text: m.report_act_talk() };
}

const BRIEF_VERDICTS: Record<ReportFidelity['verdict'], (() => string) | null> = {
	mirror: m.group_report_brief_mirror,
	'small-differences': m.group_report_brief_small,
	'different-pictures': m.group_report_brief_different,
	'too-little-data': null,
	hidden: null
};

const BRIEF_CLOSENESS: Record<AgreementWord, () => string> = {
	'close-together': m.group_report_brief_close,
	mixed: m.group_report_brief_mixed,
	'wide-apart': m.group_report_brief_wide
};

/**
 * What the pages behind the cover say, in a line each that leads to its section among those that are `there`. The number
 * of its page stands beside it where the report is long: it takes the typesetter another turn.
 */
export function inShort(
	instrument: Instrument,
	report: GroupReport,
	there: ReadonlySet<string>
): ReportBlock[] {
	const { whole, fidelity } = report;
	const names = (scores: readonly ReportScore[]) =>
		listed(
			instrument,
			scores.map((score) =>
				m.report_name_score({
					name: measureWords(instrument, score.measure),
					score: meanWords(score)
				})
			)
		);
	const [needs, strengths] = [clearNeeds(instrument, whole), clearStrengths(instrument, whole)];
	const verdict = fidelity && BRIEF_VERDICTS[fidelity.verdict];
	const closeness = whole.overall.agreement && BRIEF_CLOSENESS[whole.overall.agreement];
	const isEven = needs.length + strengths.length === 0 && hasDimensions(report);
	const lines: [words: string, leadsTo: string][] = [
		...line(
			strengths.length > 0 && m.group_report_brief_strengths({ names: names(strengths) }),
			'poles'
		),
		...line(needs.length > 0 && m.group_report_brief_needs({ names: names(needs) }), 'needs'),
		...line(isEven && m.group_report_brief_even(), 'needs'),
		...line(verdict && verdict(), 'fidelity'),
		...line(closeness && closeness(), 'agreement')
	];
	if (lines.length === 0) return [];
	return [
		small(m.group_report_brief()),
		{
			kind: 'list',
			items: lines.map(([words]) => words),
			leadsTo: lines.map(([, leadsTo]) => (there.has(leadsTo) ? leadsTo : null)),
			...(report.teams.length > 0
				? { reference: m.group_report_reference({ page: '{page}' }) }
				: {})
		}
	];
}

function line(words: string | false | null, leadsTo: string): [string, string][] {
	return words ? [[words, leadsTo]] : [];
}

const PRACTICES = 2;

/** At most two dimensions with both their poles and what to try; or why there is none. */
export function needsBlocks(instrument: Instrument, report: GroupReport): ReportBlock[] {
	const { whole } = report;
	const needs = clearNeeds(instrument, whole);
	if (needs.length === 0) {
		const words = hasDimensions(report)
			? m.group_report_needs_none()
			: m.group_report_needs_pointers();
		return [text(words)];
	}
	const entries: PolesBlock['entries'] = needs.map((score) => {
		const { measure, mean, margin } = score;
		const { name, monolith, hologram, anchors } = dimensionOf(instrument, measure);
		return {
			name,
			place:
				margin === null
					? m.group_report_needs_bound({ score: meanWords(score) })
					: m.group_report_needs_place({
							score: points(mean!),
							margin: points(margin),
							distance: points(whole.overall.mean! - mean!)
						}),
			low: { label: monolith, text: anchors[0] ?? '' },
			high: { label: hologram, text: anchors.at(-1) ?? '' },
			side: 'monolith',
			practices: practicesFor(measure, 'member')
				.slice(0, PRACTICES)
				.map(({ title, doing, noticing }) => ({ title, text: doing, sign: noticing }))
		};
	});
	return [{ kind: 'poles', entries }];
}

/** Words of closeness, widest first, since that is where a talk begins; then where to begin it. */
export function agreementBlocks(instrument: Instrument, report: GroupReport): ReportBlock[] {
	const dimensions = report.whole.dimensions.filter(({ mean }) => mean !== null);
	if (dimensions.length === 0) return [];
	const named = dimensions.map(({ measure, agreement }) => ({
		name: measureWords(instrument, measure),
		agreement
	}));
	return [
		text(m.group_report_agreement_text()),
		{ kind: 'list', items: closenessLines(instrument, named) },
		text(talkWords(instrument, named))
	];
}

/** Too many names in a line are no help: the table of teams has them all. */
const MOST_NAMED = 24;

export function teamClosenessBlocks(instrument: Instrument, { teams }: GroupReport): ReportBlock[] {
	if (teams.length === 0 || teams.length > MOST_NAMED) return [];
	const shown = teams.filter(({ overall }) => overall.missing !== 'hidden');
	if (shown.length === 0) return [];
	const named = shown.map(({ name, overall }) => ({ name, agreement: overall.agreement }));
	return [
		section(m.group_report_agreement_teams(), [
			{ kind: 'list', items: closenessLines(instrument, named) }
		])
	];
}

interface Named {
	name: string;
	agreement: AgreementWord | null;
}

const WIDEST_FIRST = ['wide-apart', 'mixed', 'close-together', null] as const;

function closenessLines(instrument: Instrument, named: readonly Named[]): string[] {
	return WIDEST_FIRST.flatMap((word) => {
		const names = named.filter(({ agreement }) => agreement === word).map(({ name }) => name);
		if (names.length === 0) return [];
		return m.group_report_agreement_line({
			word: word === null ? m.group_report_word_none() : CLOSENESS[word](),
			names: listed(instrument, names)
		});
	});
}

const MOST_TO_BEGIN_WITH = 3;

function talkWords(instrument: Instrument, named: readonly Named[]): string {
	const names = (word: AgreementWord) =>
		named.filter(({ agreement }) => agreement === word).map(({ name }) => name);
	const [wide, mixed] = [names('wide-apart'), names('mixed')];
	if (wide.length > 0) return m.group_report_talk_wide({ names: listed(instrument, wide) });
	if (mixed.length > MOST_TO_BEGIN_WITH) return m.group_report_talk_mixed_most();
	if (mixed.length > 0) return m.group_report_talk_mixed({ names: listed(instrument, mixed) });
	return m.group_report_talk_close();
}

const VERDICTS: Record<ReportFidelity['verdict'], () => string> = {
	mirror: m.group_report_fidelity_mirror,
	'small-differences': m.group_report_fidelity_small,
	'different-pictures': m.group_report_fidelity_different,
	'too-little-data': m.group_report_fidelity_too_little,
	hidden: m.group_report_fidelity_hidden
};

export function fidelityBlocks(
	instrument: Instrument,
	{ verdict, fidelity, gap, standOut }: ReportFidelity
): ReportBlock[] {
	const value =
		fidelity === null || gap === null
			? []
			: [m.group_report_fidelity_value({ fidelity: points(fidelity), gap: points(gap) })];
	const beside = value.length > 0 ? [m.group_report_fidelity_beside()] : [];
	const apart =
		standOut.length > 0 && standOut.length <= MOST_NAMED
			? [m.group_report_fidelity_apart({ names: listed(instrument, standOut) })]
			: [];
	return [text([VERDICTS[verdict](), ...value, ...beside].join(' ')), ...apart.map(text)];
}

/** One line for two lenses and a direction. */
export function gapLines(instrument: Instrument, { gaps }: GroupReport): string[] {
	const bySides = Map.groupBy(gaps, ({ a, b, difference }) => `${a} ${b} ${difference > 0}`);
	return [...bySides.values()].map((alike) => {
		const { a, b, difference } = alike[0]!;
		const names = alike.map((gap) =>
			m.report_name_score({
				name: measureWords(instrument, gap.measure),
				score: points(Math.abs(gap.difference))
			})
		);
		return m.group_report_lenses_gap({
			a: LENSES[a](),
			b: LENSES[b]().toLocaleLowerCase(instrument.locale),
			pole: difference > 0 ? m.report_side_hologram() : m.report_side_monolith(),
			names: listed(instrument, names)
		});
	});
}

export function groupBalanceBlocks(
	instrument: Instrument,
	{ balance }: GroupReport
): ReportBlock[] {
	if (!balance) return [];
	const { quadrant, turnedInward } = balance;
	const warning =
		turnedInward.length > 0 && turnedInward.length <= MOST_NAMED
			? [m.group_report_balance_teams({ names: listed(instrument, turnedInward) })]
			: [];
	return [quadrantWords[quadrant].text(), ...warning].map(text);
}

export function carelessWords(instrument: Instrument, { careless }: GroupReport): string[] {
	if (!careless) return [];
	const { leftOut, flagged, moved } = careless;
	if (leftOut + flagged === 0) return [m.group_report_careless_none()];
	const names = moved.map((measure) => measureWords(instrument, measure));
	return [
		...(leftOut > 0 ? [m.group_report_careless_left_out({ count: leftOut })] : []),
		...(flagged > 0
			? [
					m.group_report_careless_flagged({ count: flagged }),
					names.length > 0
						? m.group_report_careless_moved({ names: listed(instrument, names) })
						: m.group_report_careless_same()
				]
			: [])
	];
}
