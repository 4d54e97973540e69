import { holoscope } from '../../src/lib/content/instruments';
import { agendaFrom } from '../../src/lib/domain/workshop/agenda';
import { createDeviceKey, sheetMark } from '../../src/lib/server/access/device-key';
import type { Context } from '../../src/lib/server/context';
import { closeRound } from '../../src/lib/server/use-cases/close-round';
import {
	addOrganizerLink,
	renewOrganizerLink
} from '../../src/lib/server/use-cases/organizer-links';
import { createSingleUseLinks } from '../../src/lib/server/use-cases/create-single-use-links';
import { renewLink } from '../../src/lib/server/use-cases/renew-link';
import { revokeLink } from '../../src/lib/server/use-cases/revoke-link';
import { JOIN_CODE, SHEET_MARK, type Door, type Visitor } from './access-table';
import { newAddress } from './ask';
import { roundOfToday } from './e2e-rounds';
import { heldWorkshop, planned, post, type HeldWorkshop } from './held-workshop';
import { answerAll, begin, linksOf, tokenFor } from './rounds';

type Secrets = Partial<Record<Visitor, string>>;

/** Rounds and workshops with everybody who has a link to them, one that was taken back of each kind included. */
export interface World {
	/** What each visitor puts where an address has a secret. */
	secrets: Secrets;
	/** Links taken back, by the first word of the addresses that they opened. */
	revoked: Record<string, string>;
	teamId: string;
	/** Its people got a link each. */
	singleUseTeamId: string;
	closedTeamId: string;
	deviceKey: string;
	mark: string;
	/** Lets people into the lobby of a workshop with seats for all. */
	code: string;
	running: Workshop;
	ended: Workshop;
}
type Workshop = HeldWorkshop & { secrets: Secrets; revoked: Record<string, string> };

const SECRET_LENGTH = 22;
const dimensions = holoscope.dimensions.map(({ id }) => id);
const plannedWorkshop = {
	organization: 'Lumen',
	team: 'Lighthouse',
	headcount: 1_000,
	keptUntil: '2099-01-01'
};

export async function accessWorld(context: Context, origin: string): Promise<World> {
	return { ...(await roundsOfWorld(context)), ...(await workshopsOfWorld(origin)) };
}

export async function workshopsOfWorld(origin: string) {
	const [running, ended] = await Promise.all([
		workshopWithLinks(origin, true),
		workshopWithLinks(origin, false)
	]);
	const lobby = { ...plannedWorkshop, agenda: agendaFrom('ninety-minutes', dimensions) };
	const { code } = await planned(origin, lobby);
	return { running, ended, code: code as string };
}

export async function roundsOfWorld(context: Context) {
	const open = await openRoundWithLinks(context);
	const closed = await closedRoundWithLinks(context);
	return {
		secrets: {
			nobody: 'A'.repeat(SECRET_LENGTH),
			expired: 'B'.repeat(SECRET_LENGTH),
			garbage: '../’<script>',
			organizer: open.organizer,
			answerer: open.answer,
			'results-reader': closed.results
		},
		revoked: {
			rounds: open.revokedOrganizer,
			answer: open.revokedAnswer,
			results: closed.revokedResults
		},
		teamId: open.teamId,
		singleUseTeamId: open.singleUseTeamId,
		closedTeamId: closed.teamId,
		deviceKey: open.deviceKey,
		mark: open.mark
	};
}

async function workshopWithLinks(origin: string, isRunning: boolean): Promise<Workshop> {
	const held = await heldWorkshop(origin, { people: 5, isRunning });
	const drive = `/workshops/facilitate/${held.facilitate}`;
	const { token: revoked } = await post(origin, `${drive}/co-facilitator`, {});
	const { token: coFacilitator } = await post(origin, `${drive}/co-facilitator`, {});
	const { present, recap } = await post(origin, `${drive}/links`, {});
	return {
		...held,
		secrets: {
			facilitator: held.facilitate,
			'co-facilitator': coFacilitator,
			presenter: present,
			'recap-reader': recap,
			participant: held.seats[0]!.replace('seat=', '')
		},
		revoked: { facilitate: revoked, present: held.present, recap: held.recap }
	};
}

async function openRoundWithLinks(context: Context) {
	const round = await roundOfToday(context);
	const { organizer: first } = round;
	const added = await addOrganizerLink(context, first);
	if (added.refusal !== null) throw new Error(added.refusal);
	const renewed = await renewOrganizerLink(context, first);
	if (renewed.refusal !== null) throw new Error(renewed.refusal);
	const organizer = added.token;

	const revokedAnswer = tokenFor(round, 'leader');
	const teamId = round.teams[0]!.id;
	const leaders = { kind: 'answer', teamId, lens: 'leader', serial: 1 } as const;
	const refusal = await revokeLink(context, organizer, leaders);
	if (refusal) throw new Error(refusal);
	const handedOut = { teamId: round.teams[1]!.id, lens: 'member', count: 1 } as const;
	await createSingleUseLinks(context, organizer, handedOut);
	const answer = tokenFor(round, 'member');
	const { deviceKey } = await begin(context, answer, createDeviceKey());
	const mark = sheetMark(deviceKey, { roundId: round.roundId, teamId, lens: 'member' });
	return {
		organizer,
		revokedOrganizer: first,
		answer,
		revokedAnswer,
		teamId,
		singleUseTeamId: handedOut.teamId,
		deviceKey,
		mark
	};
}

async function closedRoundWithLinks(context: Context) {
	const round = await roundOfToday(context);
	for (let person = 0; person < 6; person++)
		await answerAll(context, tokenFor(round, 'member'), 2 + (person % 3));
	const refusal = await closeRound(context, round.organizer);
	if (refusal) throw new Error(refusal);
	const revokedResults = resultsLink(await linksOf(context, round.organizer)).token;
	const place = { kind: 'results', teamId: null, lens: null, serial: 1 } as const;
	const renewed = await renewLink(context, round.organizer, place);
	if (renewed.refusal !== null) throw new Error(renewed.refusal);
	return { results: renewed.token, revokedResults, teamId: round.teams[0]!.id };
}

function resultsLink(links: Awaited<ReturnType<typeof linksOf>>) {
	return links.find(({ kind }) => kind === 'results')!;
}

/** The request with which this visitor tries the door. */
export function tryAt(world: World, door: Door, visitor: Visitor, origin: string) {
	const isForm = door.form !== undefined || door.method.includes('?/');
	const name = door.method.replace(/^POST \?\//, '');
	const [method, action] = door.method.startsWith('POST ?/')
		? ['POST', name === 'default' ? '' : `?/${name}`]
		: [door.method, ''];
	const isPage = door.method.includes('?/') || !/\.\w+$/.test(door.route);
	return {
		path: addressOf(world, door, visitor) + action,
		method,
		headers: {
			cookie: cookiesOf(world, door, visitor),
			// Beside a page's form, the same address may answer programs.
			...(isPage && door.json === undefined && { accept: 'text/html' }),
			...(method !== 'GET' && { origin }),
			...(door.json !== undefined && { 'content-type': 'application/json' }),
			...(isForm && { 'content-type': 'application/x-www-form-urlencoded' })
		},
		body: isForm ? formOf(world, door) : jsonOf(world, door),
		from: newAddress()
	};
}

/** The request of whom the table names first: the one whom the door is for. */
export function welcomed(world: World, door: Door, origin: string) {
	const [first] = typeof door.expected === 'number' ? [] : Object.keys(door.expected);
	return tryAt(world, door, (first ?? 'nobody') as Visitor, origin);
}

/** A recap is there when its workshop has ended; everything else needs one that runs. */
function workshopOf(world: World, { route }: Door): Workshop {
	return route.includes('recap') ? world.ended : world.running;
}

function addressOf(world: World, door: Door, visitor: Visitor): string {
	const workshop = workshopOf(world, door);
	const secret = encodeURIComponent(secretOf(world, door, visitor));
	const isSingleUse = door.route.endsWith('single-use.csv');
	const isResults = door.route.startsWith('/results');
	return door.route
		.replace(/\[(key|token|code)\]/, secret)
		.replace('[id=workshop]', workshop.workshopId)
		.replace('[promise]', workshop.promise)
		.replace('[place]', `member.${isSingleUse ? world.singleUseTeamId : world.teamId}`)
		.replace('[team]', isResults ? world.closedTeamId : world.teamId);
}

function secretOf(world: World, door: Door, visitor: Visitor): string {
	const workshop = workshopOf(world, door);
	if (visitor === 'other-participant') return strangers(world, door).secrets.participant!;
	if (visitor === 'revoked') {
		const family = door.route.replace(/^\/workshops/, '').split('/')[1]!;
		return workshop.revoked[family] ?? world.revoked[family] ?? workshop.revoked.facilitate!;
	}
	return workshop.secrets[visitor] ?? world.secrets[visitor]!;
}

function strangers(world: World, door: Door): Workshop {
	return workshopOf(world, door) === world.running ? world.ended : world.running;
}

function cookiesOf(world: World, door: Door, visitor: Visitor): string {
	if (visitor === 'garbage') return 'seat=%00<; sheet-key=..%2F; follow-up="; =; __proto__=1';
	const seats: Partial<Record<Visitor, string>> = {
		participant: workshopOf(world, door).seats[0]!,
		'other-participant': strangers(world, door).seats[0]!,
		expired: 'seat=7K3M-Q2RD-0VXT-94HN'
	};
	const deviceKey = visitor === 'answerer' ? world.deviceKey : createDeviceKey();
	return [seats[visitor], `sheet-key=${deviceKey}`].filter(Boolean).join('; ');
}

function formOf(world: World, { form = {} }: Door): string {
	const filled = Object.entries(form).map(([name, value]) => [
		name,
		value === JOIN_CODE ? world.code : value
	]);
	return new URLSearchParams(filled).toString();
}

function jsonOf(world: World, { json }: Door): string | undefined {
	return JSON.stringify(json)?.replace(SHEET_MARK, world.mark).replace(JOIN_CODE, world.code);
}
