import type { Instrument } from '../../domain/instrument/instrument.ts';
import type { TeamPictures, Told } from '../../domain/workshop/told.ts';
import * as m from '../../paraglide/messages.js';
import { keptFromRoundWords, sharedAcrossSentences, teamShareWords } from '../picture-words.ts';
import { keptStoriesWords, storyAbout } from '../voice-words.ts';
import { section, text, tied, type ReportBlock, type ReportSection } from './document.ts';
import { acrossSection } from './give-get-section.ts';

const USUAL_K = 5;

/** What the workshops of a round have told, on paper: sections of their own, apart from all scores. */
export function toldSections(
	instrument: Instrument,
	{ stories, pictures, exchange }: Told,
	smallest: number | null
): ReportSection[] {
	const k = smallest ?? USUAL_K;
	return [
		...(exchange ? [acrossSection(exchange, { k })] : []),
		...(pictures.length > 0
			? [
					section(m.pictures_results_heading(), [
						text(m.pictures_results_text()),
						...sharedAcrossSentences(pictures).map(text),
						...sideBySide(pictures.map((team) => section(team.team, teamBlocks(team, k))))
					])
				]
			: []),
		...(stories ? [section(m.voices_results_heading(), storyBlocks(instrument, stories, k))] : [])
	];
}

/** Two at a time; the last one keeps its half of the page. */
function sideBySide(teams: readonly ReportSection[]): ReportBlock[] {
	return teams.flatMap((team, at): ReportBlock[] => {
		if (at % 2 === 1) return [];
		const beside = teams[at + 1];
		return [{ kind: 'columns', columns: [[team], beside ? [beside] : []] }];
	});
}

function teamBlocks(team: TeamPictures, k: number): ReportBlock[] {
	const { told, refusal } = team;
	if (!told) return refusal ? [text(keptFromRoundWords(refusal, { k }))] : [];
	return [
		tied(text(`${m.pictures_team_count({ count: told.pictures })}. ${teamShareWords(team)}`)),
		{ kind: 'quotes', items: [...told.sentences] }
	];
}

function storyBlocks(
	instrument: Instrument,
	{ texts, refusal }: NonNullable<Told['stories']>,
	k: number
): ReportBlock[] {
	if (refusal) return [text(keptStoriesWords(refusal, { k }))];
	return [
		tied(text(m.voices_results_text())),
		{
			kind: 'quotes',
			items: texts.map(({ words }) => words),
			about: texts.map((story) => storyAbout(story, instrument.dimensions))
		}
	];
}
