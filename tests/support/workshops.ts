import { holoscope } from '$lib/content/instruments';
import { agendaFrom } from '$lib/domain/workshop/agenda';
import type { SteerRequest } from '$lib/domain/workshop/command';
import { newWorkshopSchema, type NewWorkshop } from '$lib/domain/workshop/new-workshop';
import type { Scene } from '$lib/domain/workshop/views';
import type { Ballot } from '$lib/domain/workshop/workshop';
import type { Context } from '$lib/server/context';
import { castVote } from '$lib/server/use-cases/cast-vote';
import { createWorkshop } from '$lib/server/use-cases/create-workshop';
import { joinWorkshop } from '$lib/server/use-cases/join-workshop';
import { showWorkshop } from '$lib/server/use-cases/show-workshop';
import { steerWorkshop } from '$lib/server/use-cases/steer-workshop';

const dimensions = holoscope.dimensions.map(({ id }) => id);

/** What a facilitator might plan: ninety minutes, anonymous, k = 5. */
export function plannedWorkshop(changes: Record<string, unknown> = {}): NewWorkshop {
	return newWorkshopSchema.parse({
		organization: 'Lumen',
		team: 'Harbor',
		headcount: 17,
		keptUntil: '2027-06-30',
		agenda: agendaFrom('ninety-minutes', dimensions),
		...changes
	});
}

export const STEP = { welcome: 0, questions: 1, clues: 2, focus: 3, promises: 4, close: 5 };

export async function newRoom(context: Context, changes: Record<string, unknown> = {}) {
	const created = await createWorkshop(context, plannedWorkshop(changes));
	if (created.refusal !== null) throw new Error(created.refusal);
	return { ...created, refusal: undefined };
}
export type TestRoom = Awaited<ReturnType<typeof newRoom>>;

/** Somebody with a phone of their own. */
export async function join(context: Context, { code }: { code: string }, alias = '') {
	const joined = await joinWorkshop(context, { code, alias: alias || null, address: '192.0.2.1' });
	if (joined.refusal !== null) throw new Error(joined.refusal);
	return { workshopId: joined.workshopId, seat: joined.seat };
}
export type TestSeat = Awaited<ReturnType<typeof join>>;

/** A workshop with so many people, at the given step. */
export async function roomAt(
	context: Context,
	step: keyof typeof STEP,
	{ people = 10, ...changes }: Record<string, unknown> & { people?: number } = {}
) {
	const room = await newRoom(context, changes);
	const seats: TestSeat[] = [];
	for (let i = 0; i < people; i++) seats.push(await join(context, room, `Person ${i}`));
	await press(context, room, { kind: 'start' }, { kind: 'go-to', step: STEP[step] });
	return { ...room, seats };
}

/** Does what must be welcome. */
export async function press(
	context: Context,
	{ facilitate }: { facilitate: string },
	...requests: SteerRequest[]
): Promise<void> {
	for (const request of requests) {
		const steered = await steerWorkshop(context, facilitate, request);
		if (steered.refusal !== null) throw new Error(`${request.kind}: ${steered.refusal}`);
	}
}

export function vote(
	context: Context,
	seat: TestSeat,
	level: number,
	{ dimension = dimensions[0]!, ballot = 'first' as Ballot, revision = 1 } = {}
) {
	return castVote(context, seat, { dimension, ballot, level, revision });
}

export async function viewsOf(context: Context, { workshopId }: { workshopId: string }) {
	return (await showWorkshop(context, workshopId, { isFacilitatorHere: true }))!.views;
}

/** What the room sees now, as the scene of this kind. */
export async function sceneOf<K extends Scene['kind']>(
	context: Context,
	room: { workshopId: string },
	kind: K
): Promise<Extract<Scene, { kind: K }>> {
	const { scene } = (await viewsOf(context, room)).participant;
	if (scene.kind !== kind) throw new Error(`The room is at ${scene.kind}, not at ${kind}.`);
	return scene as Extract<Scene, { kind: K }>;
}
