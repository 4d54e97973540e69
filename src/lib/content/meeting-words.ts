import type { Leaning, MeetingMirror } from '../domain/workshop/meeting-mirror.ts';
import * as m from '../paraglide/messages.js';
import { recapMean } from './recap-words.ts';

const headings: Record<MeetingMirror['verdict'], () => string> = {
	with: m.meeting_heading_with,
	between: m.meeting_heading_between,
	at: m.meeting_heading_at,
	'too-little': m.meeting_heading_little
};

/** Whether the room was talked with or talked at, in one sentence without a full stop. */
export function meetingHeading({ verdict }: MeetingMirror): string {
	return headings[verdict]();
}

type Words = Record<Leaning, () => string>;
const hands: Words = {
	with: m.meeting_hands_with,
	between: m.meeting_hands_between,
	at: m.meeting_hands_at
};
const proposals: Words = {
	with: m.meeting_proposals_with,
	between: m.meeting_proposals_between,
	at: m.meeting_proposals_at
};
const time: Words = {
	with: m.meeting_time_with,
	between: m.meeting_time_between,
	at: m.meeting_time_at
};
const closing: Words = {
	with: m.meeting_closing_with,
	between: m.meeting_closing_between,
	at: m.meeting_closing_at
};

/** What was seen, one line for each sign that tells something, with its numbers where these may stand. */
export function meetingLines(mirror: MeetingMirror): string[] {
	const { hands: open, proposals: brought, time: spent, closing: said } = mirror;
	const lines: (string | false | null | undefined)[][] = [
		open ? [hands[open.leaning](), open.counts && m.meeting_hands_counts(open.counts)] : [],
		brought
			? [proposals[brought.leaning](), brought.counts && m.meeting_proposals_counts(brought.counts)]
			: [],
		spent ? [time[spent.leaning](), spent.counts && m.meeting_time_counts(spent.counts)] : [],
		said ? [closing[said.leaning](), ...closingNumbers(said.counts)] : []
	];
	return lines.map((words) => words.filter(Boolean).join(' ')).filter((line) => line !== '');
}

/** What might help next time; nothing where nothing is missing, or too little was seen. */
export function meetingAdvice({ verdict }: MeetingMirror): string | null {
	if (verdict === 'at') return m.meeting_next_at();
	return verdict === 'between' ? m.meeting_next_between() : null;
}

type Said = NonNullable<NonNullable<MeetingMirror['closing']>['counts']>;

function closingNumbers(said: Said | null): string[] {
	if (!said) return [];
	const { withEachOther, wellSpent } = said;
	return [
		m.meeting_closing_counts({ value: recapMean(withEachOther) }),
		...(wellSpent && wellSpent.as !== 'hidden'
			? [m.meeting_closing_spent({ value: recapMean(wellSpent) })]
			: [])
	];
}
