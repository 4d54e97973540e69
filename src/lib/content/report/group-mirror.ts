import type { Instrument } from '../../domain/instrument/instrument.ts';
import type { GroupReport } from '../../domain/report/group-report.ts';
import type { MirrorSide, MirrorView } from '../../domain/results/results.ts';
import { shownMargin } from '../../domain/results/span.ts';
import * as m from '../../paraglide/messages.js';
import { inwardWords } from '../inward-words.ts';
import {
	findingWords,
	mirrorHeadline,
	mirrorSides,
	mirrorWords,
	namedFindings,
	questionWords
} from '../mirror-words.ts';
import { meanWords } from '../results-words.ts';
import { section, small, text, type ReportBlock, type ReportSection } from './document.ts';
import { listed, measureWords } from './group-names.ts';
import { itemOf } from './names.ts';

/** How members see it, how they guess that customers do, and how customers do; nothing where nobody was to guess. */
export function mirrorSections(instrument: Instrument, { mirror }: GroupReport): ReportSection[] {
	if (mirror.length === 0) return [];
	const items = namedFindings(mirror).map(({ finding, dimensions }) =>
		m.guess_report_named({
			name: mirrorWords[finding].name(),
			dimensions: listed(
				instrument,
				dimensions.map((dimension) => measureWords(instrument, dimension))
			),
			text: mirrorWords[finding].text()
		})
	);
	return [
		section(m.guess_card_eyebrow(), [
			text(m.guess_report_headline({ headline: mirrorHeadline(mirror) })),
			...(items.length > 0 ? [{ kind: 'list' as const, items }] : []),
			mirrorTable(instrument, mirror),
			small(`${m.guess_report_note()} ${m.guess_card_text()}`)
		])
	];
}

/** What give and get did since the round before, and what customers had of it. */
export function inwardBlocks(instrument: Instrument, { inward }: GroupReport): ReportBlock[] {
	if (!inward) return [];
	const words = inwardWords(inward, instrument.locale);
	const isWarning = inward.verdict === 'turning-inward';
	return [
		section(isWarning ? m.inward_heading_warning() : m.inward_heading(), [
			text(words.slice(0, -1).join(' ')),
			text(words.at(-1)!)
		])
	];
}

function mirrorTable(instrument: Instrument, mirror: readonly MirrorView[]): ReportBlock {
	return {
		kind: 'table',
		columns: [
			{ label: m.guess_report_question(), align: 'start', share: 40 },
			...mirrorSides.map(({ name }) => ({ label: name(), align: 'end' as const, share: 22 })),
			{ label: m.guess_report_word(), align: 'start', share: 26 }
		],
		rows: mirror.map(({ item, finding, ...sides }) => [
			item === null ? m.guess_card_overall() : nameOf(instrument, item),
			...mirrorSides.map(({ of }) => sideWords(sides[of])),
			finding.as === 'value' ? findingWords(finding.value) : m.publication_hidden()
		])
	};
}

function nameOf(instrument: Instrument, item: string): string {
	const question = itemOf(instrument, item);
	return questionWords(measureWords(instrument, question.dimension), question);
}

/** As in “62 ± 4 (184)”. */
function sideWords(side: MirrorSide): string {
	if (side.mean.as === 'hidden') return m.publication_hidden();
	const margin = shownMargin(side);
	return [
		meanWords(side.mean),
		...(margin === null ? [] : [m.results_margin({ margin })]),
		...(side.n === null ? [] : [m.guess_report_n({ n: side.n })])
	].join(' ');
}
