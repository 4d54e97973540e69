import { linkRefusal, type LinkRefusal } from '../../domain/round/link.ts';
import { welcomeRefusal, type AnswerRefusal } from '../../domain/round/answering.ts';
import type { Lens } from '../../domain/instrument/instrument.ts';
import type { Round } from '../../domain/round/round.ts';
import type { Writer } from '../database/schema.ts';
import * as imports from '../repositories/imports.ts';
import * as links from '../repositories/links.ts';
import * as rounds from '../repositories/rounds.ts';
import * as sheets from '../repositories/sheets.ts';
import { sheetId, sheetMark, type AnswerPlace } from './device-key.ts';
import type { Refused } from './organizer.ts';
import { hashOf } from './secrets.ts';

/** A person at work: which link they hold, and what their device can prove. */
export interface Answerer {
	token: string;
	deviceKey: string;
	/** The sheet that the page was opened with. */
	mark?: string;
}

export interface AtWork {
	refusal: null;
	link: links.Link;
	round: Round;
	place: AnswerPlace;
	/** Of the sheet at this place, whether there is one yet or not. */
	sheetId: string;
	/** Null while there is no sheet yet. */
	isFinished: boolean | null;
}

/** Opens a link to answer with: the round stays open until this write ends. */
export async function answering(
	db: Writer,
	{ token, deviceKey, mark }: Answerer,
	now: Date
): Promise<AtWork | Refused<LinkRefusal | AnswerRefusal>> {
	const found = await links.find(db, hashOf(token));
	const round = found && (await rounds.hold(db, found.roundId, 'forShare'));
	const link = round && (await links.find(db, found.hash));
	if (!round || !link?.lens || (link.kind !== 'answer' && link.kind !== 'single-use'))
		return { refusal: 'link-unknown' };

	const place = { roundId: round.id, teamId: link.teamId, lens: link.lens as Lens };
	const id = sheetId(deviceKey, place);
	const isFinished = await sheets.isFinished(db, id);
	// A sheet that was begun goes on although its link has been used, or replaced by another.
	const hasBegun = isFinished !== null && link.state !== 'revoked';
	const refusal = (hasBegun ? null : linkRefusal(link.state)) ?? welcomeRefusal(round, now);
	if (refusal) return { refusal };
	if (mark !== undefined && mark !== sheetMark(deviceKey, place))
		return { refusal: 'other-person' };
	if (isFinished === null && (await imports.hasTaken(db, place)))
		return { refusal: 'answers-imported' };
	return { refusal: null, link, round, place, sheetId: id, isFinished };
}

/** The same for somebody whose sheet is there. */
export async function answeringOn(
	db: Writer,
	answerer: Answerer,
	now: Date
): Promise<AtWork | Refused<LinkRefusal | AnswerRefusal>> {
	const work = await answering(db, answerer, now);
	return work.refusal === null && work.isFinished === null ? { refusal: 'no-sheet' } : work;
}
