import { holoscope } from '../../src/lib/content/instruments.ts';
import { agendaFrom } from '../../src/lib/domain/workshop/agenda.ts';
import { ask, newAddress } from './ask.ts';
import { daysAhead } from './days.ts';

interface Plan {
	people: number;
	openness?: 'anonymous' | 'open';
	/** Levels of the first vote on the first dimensions, taken in turn by the people. */
	votes?: number[][];
	again?: number[];
	dueOn?: string;
	previous?: string | null;
	/** Stops before the end. */
	isRunning?: boolean;
}

const dimensions = holoscope.dimensions.map(({ id }) => id);

/** A workshop of ninety minutes, held in a second through the addresses that pages use. */
export async function heldWorkshop(origin: string, plan: Plan) {
	const { people, openness = 'anonymous', votes = [[2, 2, 3, 4]], again = [3, 4] } = plan;
	const created = await planned(origin, {
		organization: 'Lumen',
		team: 'Harbor',
		headcount: people,
		openness,
		keptUntil: daysAhead(200),
		agenda: agendaFrom('ninety-minutes', dimensions),
		previous: plan.previous ?? null
	});
	const drive = `/workshops/facilitate/${created.facilitate}`;
	const { recap } = await get(origin, `${drive}/links`);
	const steer = async (...commands: object[]) => {
		for (const command of commands) {
			const revision = (await revisionOf(created.workshopId)) ?? 1;
			revisions.set(
				created.workshopId,
				(await post(origin, `${drive}/steer`, { revision, command })).revision
			);
		}
	};
	const seats: string[] = [];
	for (let person = 0; person < people; person++) {
		const joined = await fetch(`${origin}/workshops/join`, {
			method: 'POST',
			headers,
			body: JSON.stringify({ code: created.code, alias: `Person ${person + 1}` })
		});
		seats.push(joined.headers.getSetCookie()[0]!.split(';')[0]!);
	}
	const everybody = (path: string, bodyOf: (person: number) => object) =>
		Promise.all(
			seats.map((cookie, person) =>
				post(origin, `/workshops/${created.workshopId}/${path}`, bodyOf(person), cookie)
			)
		);
	const turn = (levels: number[]) => (person: number) => levels[person % levels.length]!;

	await steer({ kind: 'start' }, { kind: 'go-to', step: 2 });
	for (const [clue, levels] of votes.entries()) {
		const dimension = dimensions[clue]!;
		const cast = (ballot: string, of: number[]) =>
			everybody('votes', (person) => ({ dimension, ballot, level: turn(of)(person), revision: 1 }));
		await steer({ kind: 'choose-clue', clue }, { kind: 'open-vote' });
		await cast('first', levels);
		await steer({ kind: 'reveal' });
		if (clue > 0) continue;
		await steer({ kind: 'vote-again' });
		await cast('second', again);
		await steer({ kind: 'reveal' });
	}
	await steer({ kind: 'go-to', step: 3 }, { kind: 'open-focus' });
	await everybody('dots', (person) => ({
		kind: 'place',
		dimension: dimensions[person % 3],
		placed: 0
	}));
	await steer({ kind: 'close-focus' }, { kind: 'go-to', step: 4 });
	const proposal = {
		words: 'Ask a customer every Monday',
		serves: 'They hear from us before they complain',
		dimension: 'voice',
		owner: 'Ada',
		dueOn: plan.dueOn ?? daysAhead(0)
	};
	const { id: promise } = await post(origin, `${drive}/promises`, proposal);
	await post(origin, `${drive}/promises/${promise}`, { kind: 'accept', ...proposal });
	revisions.delete(created.workshopId);
	await steer({ kind: 'go-to', step: 5 });
	await everybody('closing', (person) => ({ wellSpent: 3 + (person % 3), withEachOther: 4 }));
	if (!plan.isRunning) await steer({ kind: 'end' });
	return { ...created, recap, promise, seats, steer } as HeldWorkshop;

	async function revisionOf(id: string): Promise<number | undefined> {
		return revisions.get(id) ?? (await readRevision(origin, drive));
	}
}

export interface HeldWorkshop {
	workshopId: string;
	facilitate: string;
	present: string;
	recap: string;
	promise: string;
	/** Each as the cookie of one person. */
	seats: string[];
	steer: (...commands: object[]) => Promise<void>;
}

const revisions = new Map<string, number>();
const headers = { 'content-type': 'application/json' };

/** From the first view of the stream. */
async function readRevision(origin: string, drive: string): Promise<number> {
	const stream = await fetch(`${origin}${drive}/live`);
	const reader = stream.body!.getReader();
	for (let text = ''; ;) {
		const { value } = await reader.read();
		text += Buffer.from(value!).toString();
		const found = /"revision":(\d+)/.exec(text);
		if (!found) continue;
		await reader.cancel();
		return Number(found[1]);
	}
}

/** Plans a workshop from an address of its own: those of one address are limited. */
export async function planned(origin: string, body: object) {
	const from = process.platform === 'linux' ? newAddress() : undefined;
	const question = {
		path: '/workshops',
		method: 'POST',
		headers,
		body: JSON.stringify(body),
		from
	};
	const { status, text } = await ask(origin, question);
	if (status !== 200) throw new Error(`/workshops: ${status} ${text}`);
	return JSON.parse(text);
}

export async function post(origin: string, path: string, body: object, cookie = '') {
	const response = await fetch(origin + path, {
		method: 'POST',
		headers: { ...headers, ...(cookie && { cookie }) },
		body: JSON.stringify(body)
	});
	if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
	return response.json();
}

async function get(origin: string, path: string) {
	return (await fetch(origin + path)).json();
}
