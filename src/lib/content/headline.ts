import type { Lens } from '../domain/instrument/instrument.ts';
import type { PersonScore } from '../domain/scoring/person.ts';
import { zonesTouched, type Zone } from '../domain/scoring/zones.ts';
import type { Sheet } from '../domain/sheet.ts';
import * as m from '../paraglide/messages.js';

/** Where the sheet puts what it describes, in one sentence: a zone, or between two of them. */
export function headline({ lens, organization }: Sheet, { overall }: PersonScore): string {
	if (overall.score === null) return m.result_heading_none();
	const { from, to } = zonesTouched(overall.score, overall.margin ?? 0);
	const subject = subjectWords(lens, organization);
	if (from === to) return m.result_heading_one({ subject, zone: zoneWords(from) });
	return m.result_heading_between({
		subject,
		from: betweenZoneWords(from),
		to: betweenZoneWords(to)
	});
}

function subjectWords(lens: Lens, organization: string): string {
	if (lens === 'member') return m.result_subject_member();
	if (lens === 'leader') return m.result_subject_leader();
	return organization || m.result_subject_outside();
}

const ZONES: Record<Zone, () => string> = {
	1: m.zone_1,
	2: m.zone_2,
	3: m.zone_3,
	4: m.zone_4,
	5: m.zone_5
};

export function zoneWords(zone: Zone): string {
	return ZONES[zone]();
}

const betweenWords: Record<Zone, () => string> = {
	1: m.result_between_1,
	2: m.result_between_2,
	3: m.result_between_3,
	4: m.result_between_4,
	5: m.result_between_5
};

/** Shorter, so that two of them stand in one sentence. */
export function betweenZoneWords(zone: Zone): string {
	return betweenWords[zone]();
}
