import type { Instrument, Lens } from '$lib/domain/instrument/instrument';
import type { Contract } from '$lib/domain/publication/contract';
import * as m from '$lib/paraglide/messages';

/** What a link invites to: everything that somebody is told before the first question. */
export interface Invitation {
	link: string;
	/** Tells this sheet from that of somebody else on the same device. */
	mark: string;
	instrument: string;
	edition: string;
	form: string;
	lens: Lens;
	organization: string;
	/** In the order they are asked, worded for this lens. */
	questions: { id: string; text: string }[];
	/** About the price of control, asked at the end; empty where the round does not ask. */
	outcomes: { id: string; text: string }[];
	scale: Instrument['scale'];
	contract: Contract;
	closesOn: string;
	/** Null for customers and partners. */
	team: { name: string; headcount: number } | null;
	isSingleUse: boolean;
	/** Whether this device has begun a sheet here. */
	hasBegun: boolean;
	/** How far this member's guess for customers is; null where none is asked for. */
	guess?: 'not-begun' | 'begun' | 'finished' | null;
}

/** The one question behind all the questions, as this lens would ask it. */
export function headingFor({ lens, organization }: Pick<Invitation, 'lens' | 'organization'>) {
	const headings: Record<Lens, () => string> = {
		member: m.answer_heading_member,
		leader: m.answer_heading_leader,
		customer: () => m.answer_heading_customer({ organization }),
		partner: () => m.answer_heading_partner({ organization })
	};
	return headings[lens]();
}

const ITEMS_A_MINUTE = 6;

/** How long that many questions take, in whole minutes. */
export function minutesFor(items: number): number {
	return Math.ceil(items / ITEMS_A_MINUTE);
}
