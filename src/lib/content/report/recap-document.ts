import type { Instrument } from '../../domain/instrument/instrument.ts';
import type { ClosingQuestion, PromiseView } from '../../domain/workshop/promise.ts';
import type { Recap } from '../../domain/workshop/recap.ts';
import type { VoteResult } from '../../domain/workshop/results.ts';
import * as m from '../../paraglide/messages.js';
import {
	ballotWords,
	closingWords,
	dimensionWords,
	dotSum,
	dotWords,
	levelsWords,
	recapContract,
	recapHeading,
	recapHidden,
	recapMean,
	recapTextsNote,
	trendSentence
} from '../recap-words.ts';
import {
	keptSentencesWords,
	largestWords,
	picturesHeading,
	sharedWordsSentences
} from '../picture-words.ts';
import { keptNeedsWords } from '../give-get-words.ts';
import { keptStoriesWords, storyAbout } from '../voice-words.ts';
import { meetingAdvice, meetingHeading, meetingLines } from '../meeting-words.ts';
import {
	section,
	small,
	text,
	tied,
	type Paper,
	type ReportBlock,
	type ReportDocument,
	type ReportSection,
	type VotesBlock
} from './document.ts';
import { giveGetSection, giveGetTable } from './give-get-section.ts';
import { dayWords, dimensionOf, shortened } from './names.ts';

interface RecapDocumentInput {
	instrument: Instrument;
	recap: Recap;
	paper: Paper;
}

const NOTHING = '–';

/** What stays of a workshop, on paper: the same as its page says, from the same publications. */
export function recapDocument({ instrument, recap, paper }: RecapDocumentInput): ReportDocument {
	const day = dayWords(recap.heldOn, instrument.locale);
	const title = m.recap_report_title({ team: recap.team });
	return {
		language: instrument.locale,
		paper,
		title,
		subject: m.recap_report_subject({ day }),
		keywords: [m.common_name(), m.recap_report_keyword(), instrument.edition],
		day: recap.heldOn,
		brand: m.common_name(),
		runningHead: m.report_running_head({ title: shortened(title), day }),
		pageNumber: m.report_page({ page: '{page}', pages: '{pages}' }),
		footer: m.common_footer(),
		name: recap.organization,
		facts: [
			recap.team,
			day,
			m.recap_eyebrow_people({ count: recap.people }),
			m.recap_about_edition({ edition: recap.edition })
		],
		heading: recapHeading(recap),
		lead: [m.recap_lead()],
		blocks: [
			promisesSection(instrument, recap),
			...picturesSections(recap),
			...storiesSections(instrument, recap),
			...votesSections(instrument, recap),
			...giveGetSections(recap),
			...trendSections(instrument, recap),
			...focusSections(instrument, recap),
			...closingSections(recap),
			meetingSection(recap),
			{ kind: 'columns', columns: [[hiddenSection(instrument, recap)], [contractSection(recap)]] },
			...(recap.giveAndGet ? [giveGetTable(recap.giveAndGet)] : []),
			...tableSections(instrument, recap)
		],
		data: {
			name: m.recap_report_data_name({ day: recap.heldOn }),
			description: m.recap_report_data_description(),
			json: JSON.stringify({ recap }, null, '\t')
		}
	};
}

function promisesSection(instrument: Instrument, { promises }: Recap): ReportSection {
	return section(
		m.recap_promises_heading(),
		promises.length === 0
			? [text(m.recap_promises_none())]
			: promises.map((promise) => ({
					kind: 'act',
					label: promiseFacts(instrument, promise),
					title: promise.words,
					text: m.recap_report_serves({ words: promise.serves })
				}))
	);
}

function promiseFacts(instrument: Instrument, { owner, dueOn, dimension }: PromiseView): string {
	return [owner, dueOn && dayWords(dueOn, instrument.locale), dimensionWords(instrument, dimension)]
		.filter(Boolean)
		.join(' · ');
}

function picturesSections({ pictures: found, k }: Recap): ReportSection[] {
	if (!found) return [];
	const { largest, pictures, refusal } = found;
	if (refusal)
		return [section(m.pictures_recap_heading(), [text(keptSentencesWords(refusal, { k }))])];
	if (pictures.length === 0)
		return largest ? [section(m.pictures_recap_heading(), [text(largestWords(largest, []))])] : [];
	return [
		section(m.pictures_recap_heading(), [
			tied(
				text(
					[
						`${picturesHeading(pictures)}.`,
						...(largest ? [largestWords(largest, pictures)] : []),
						...sharedWordsSentences(pictures)
					].join(' ')
				)
			),
			{
				kind: 'quotes',
				items: pictures.map(({ sentences }) => sentences[0]!.words),
				about: pictures.map(({ sentences: [, ...others] }) =>
					others.length > 0
						? m.pictures_also({ words: others.map(({ words }) => words).join(' · ') })
						: ''
				)
			}
		])
	];
}

function storiesSections(instrument: Instrument, { stories, k }: Recap): ReportSection[] {
	if (!stories) return [];
	if (stories.refusal)
		return [section(m.voices_recap_heading(), [text(keptStoriesWords(stories.refusal, { k }))])];
	return [
		section(m.voices_recap_heading(), [
			tied(text(m.voices_recap_text())),
			{
				kind: 'quotes',
				items: stories.texts.map(({ words }) => words),
				about: stories.texts.map((story) => storyAbout(story, instrument.dimensions))
			}
		])
	];
}

function giveGetSections({ giveAndGet, giveAndGetRefusal, k }: Recap): ReportSection[] {
	if (giveAndGet) return [giveGetSection(giveAndGet)];
	if (!giveAndGetRefusal) return [];
	return [section(m.workshop_step_give_get(), [text(keptNeedsWords(giveAndGetRefusal, { k }))])];
}

function votesSections(instrument: Instrument, { votes }: Recap): ReportSection[] {
	if (votes.length === 0) return [];
	const block: VotesBlock = {
		kind: 'votes',
		entries: votes.map(({ dimension, first, second }) => {
			const { name, monolith, hologram } = dimensionOf(instrument, dimension);
			return {
				name,
				poles: { monolith, hologram },
				ballots: [
					ballotOf(name, m.recap_before(), first),
					...(second ? [ballotOf(name, m.recap_after(), second)] : [])
				]
			};
		})
	};
	const isRough = votes.some(({ first }) => first.dots.as === 'shape');
	const note = isRough ? m.recap_votes_text_rough() : m.recap_votes_text();
	const rough: ReportBlock[] = isRough ? [small(m.recap_picture_rough())] : [];
	return [section(m.recap_votes_heading(), [text(note), block, ...rough])];
}

function ballotOf(name: string, label: string, result: VoteResult) {
	const words = ballotWords(result).join(' ');
	return {
		label,
		words,
		alt: m.recap_picture_alt({ name, ballot: label, words }),
		dots: result.dots.as === 'hidden' ? null : result.dots
	};
}

function trendSections(instrument: Instrument, { trends }: Recap): ReportSection[] {
	if (trends.length === 0) return [];
	const tables = trends.map(({ dimension, points, change }) =>
		section(dimensionWords(instrument, dimension), [
			text(trendSentence(change)),
			{
				kind: 'table',
				columns: [
					{ label: m.recap_trend_day(), align: 'start', share: 40 },
					{ label: m.recap_trend_mean(), align: 'end', share: 20 },
					{ label: m.recap_trend_margin(), align: 'end', share: 20 },
					{ label: m.recap_trend_votes(), align: 'end', share: 20 }
				],
				rows: points.map(({ heldOn, mean, margin, n }) => [
					dayWords(heldOn, instrument.locale),
					recapMean(mean),
					levelsWords(margin),
					n === null ? NOTHING : String(n)
				])
			}
		])
	);
	return [section(m.recap_trend_heading(), [text(m.recap_trend_text()), ...tables])];
}

function focusSections(instrument: Instrument, { dots }: Recap): ReportSection[] {
	if (!dots) return [];
	return [
		section(m.recap_focus_heading(), [
			text(m.recap_focus_text()),
			{
				kind: 'table',
				columns: [
					{ label: m.recap_focus_dimension(), align: 'start', share: 80 },
					{ label: m.recap_focus_dots(), align: 'end', share: 20 }
				],
				rows: dots.map(({ dimension, total }) => [
					dimensionWords(instrument, dimension),
					dotSum(total)
				])
			}
		])
	];
}

function closingSections({ closing }: Recap): ReportSection[] {
	if (!closing) return [];
	return [
		section(m.recap_closing_heading(), [
			{
				kind: 'list',
				items: Object.entries(closing).map(([id, mean]) => {
					const { question, scale } = closingWords[id as ClosingQuestion];
					return m.recap_report_closing({
						question: question(),
						value: recapMean(mean),
						scale: scale()
					});
				})
			}
		])
	];
}

function meetingSection({ meeting }: Recap): ReportSection {
	const lines = meetingLines(meeting);
	const advice = meetingAdvice(meeting);
	return section(m.meeting_eyebrow(), [
		text(`${meetingHeading(meeting)}.`),
		...(lines.length > 0 ? [{ kind: 'list' as const, items: lines }] : []),
		...(advice ? [text(advice)] : []),
		small(m.meeting_how())
	]);
}

function hiddenSection(instrument: Instrument, recap: Recap): ReportSection {
	const hidden = recapHidden(instrument, recap);
	const note = recapTextsNote(recap);
	return section(m.recap_hidden_heading(), [
		hidden.length === 0
			? text(m.recap_hidden_none())
			: { kind: 'list', items: hidden.map((line) => m.recap_hidden_line(line)) },
		...(note ? [text(note)] : [])
	]);
}

function contractSection(recap: Recap): ReportSection {
	return section(m.recap_contract_heading(), [
		text(recapContract(recap)),
		text(m.recap_about_text())
	]);
}

/** As many find room after the rest. */
const FEW_TABLES = 2;

/** What the pictures show, level by level, with the words that were read before the vote. */
function tableSections(instrument: Instrument, { votes }: Recap): ReportSection[] {
	const sections = votes.flatMap(({ dimension, first, second }): ReportSection[] => {
		const { name, anchors } = dimensionOf(instrument, dimension);
		const [before, after] = [dotWords(first), second && dotWords(second)];
		if (!before && !after) return [];
		return [
			section(name, [
				{
					kind: 'table',
					columns: [
						{ label: m.recap_table_level(), align: 'start', share: 10 },
						{ label: m.recap_table_anchor(), align: 'start', share: 66 },
						{ label: m.recap_before(), align: 'end', share: 17 },
						...(after ? [{ label: m.recap_after(), align: 'end' as const, share: 17 }] : [])
					],
					rows: anchors.map((anchor, at) => [
						String(at + 1),
						anchor,
						before?.[at] ?? NOTHING,
						...(after ? [after[at] ?? NOTHING] : [])
					])
				}
			])
		];
	});
	if (sections.length === 0) return [];
	const startsPage = sections.length > FEW_TABLES;
	return [{ ...section(m.recap_report_tables_heading(), sections), startsPage }];
}
