import type { StepKind } from '../../../src/lib/domain/workshop/agenda.ts';
import { daysAhead } from '../days.ts';
import { post } from './requests.ts';

/** A workshop of one step on a running server, and its facilitator. */
export interface LoadedRoom {
	workshopId: string;
	code: string;
	/** Where everybody's stream is. */
	live: string;
	/** The facilitator's. */
	page: string;
	steer(command: object): Promise<void>;
}

export async function roomFor(
	origin: string,
	people: number,
	kind: StepKind = 'clues'
): Promise<LoadedRoom> {
	const { text } = await post(`${origin}/workshops`, {
		organization: 'Lumen',
		team: 'Harbor',
		headcount: Math.min(people, 1_000),
		keptUntil: daysAhead(90),
		agenda: { steps: [{ kind, minutes: 45 }], dimensions: ['voice'] }
	});
	const { workshopId, code, facilitate } = JSON.parse(text);
	let revision = 1;
	return {
		workshopId,
		code,
		live: `${origin}/workshops/${workshopId}/live`,
		page: `${origin}/facilitate/${facilitate}`,
		async steer(command) {
			const url = `${origin}/workshops/facilitate/${facilitate}/steer`;
			revision = JSON.parse((await post(url, { revision, command })).text).revision;
		}
	};
}

/** Takes a seat and gives back its cookie. */
export async function joined(origin: string, code: string): Promise<string> {
	const { headers } = await post(`${origin}/workshops/join`, { code });
	return headers['set-cookie']![0]!.split(';')[0]!;
}
