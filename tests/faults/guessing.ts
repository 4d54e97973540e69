/**
 * Somebody with a hundred thousand addresses guesses codes of rooms and links, as fast as the server answers:
 * `node tests/faults/guessing.ts [sqlite|postgres|two] [seconds] [rooms]`.
 *
 * It fails when a guess is right, when more guesses are looked at than the limits say, or when somebody with a link or a
 * seat is kept out meanwhile. Addresses come in the header that a proxy sets.
 */
import http from 'node:http';
import { randomBytes, randomInt } from 'node:crypto';
import { newJoinCode } from '../../src/lib/domain/workshop/join-code.ts';
import { daysAhead } from '../support/days.ts';
import { openPlace, placeKinds, runAt, type Place, type PlaceKind } from '../support/load/place.ts';
import { check, say } from '../support/load/say.ts';

const kind = (process.argv[2] ?? 'sqlite') as PlaceKind;
const [SECONDS = 60, ROOMS = 20] = process.argv.slice(3).map(Number);
if (!placeKinds.includes(kind)) throw new Error(`One of ${placeKinds.join(', ')}.`);
const PORT = Number(process.env.PORT ?? 3276);
const LANES = 16;
const ADDRESSES = 100_000;
const MILLION = 1_000_000;
/** What the limits allow of each kind in five minutes. */
const ALLOWED = 1_000;
const WINDOW_MINUTES = 5;
const WORKSHOP_MINUTES = 90;
const CODES = 14 ** 4 * 8 ** 4;
/** Between processes a guess is known after some milliseconds; what they look at meanwhile comes on top. */
const BURST = kind === 'two' ? 50 : 0;

const agent = new http.Agent({ keepAlive: true, maxSockets: LANES + 4 });
const place = await openPlace(kind, PORT, { env: { ADDRESS_HEADER: 'x-forwarded-for' } });
await runAt(place, run);

async function run({ origin }: Place): Promise<void> {
	const rooms = [];
	for (let i = 0; i < ROOMS; i++) rooms.push(await planned(origin));
	const { workshopId, code, facilitate } = rooms[0]!;
	const joined = await ask(`${origin}/workshops/join`, { body: { code } });
	const cookie = joined.headers['set-cookie']![0]!.split(';')[0]!;

	const end = performance.now() + SECONDS * 1_000;
	const [codes, links] = [new Map<number, number>(), new Map<number, number>()];
	let keptOut = 0;
	const guessing = async () => {
		while (performance.now() < end) {
			const guess = newJoinCode((below) => randomInt(below));
			count(codes, await ask(`${origin}/workshops/join`, { body: { code: guess } }));
			count(links, await ask(`${origin}/results/${randomBytes(18).toString('base64url')}`));
		}
	};
	const working = async () => {
		while (performance.now() < end) {
			const facilitating = await ask(`${origin}/facilitate/${facilitate}`, { from: '10.0.0.1' });
			const sitting = await ask(`${origin}/workshops/${workshopId}/me`, { cookie });
			if (facilitating.status !== 200 || sitting.status !== 200) keptOut++;
			await new Promise((resolve) => setTimeout(resolve, 500));
		}
	};
	await Promise.all([...Array.from({ length: LANES }, guessing), working()]);

	tell('codes of rooms', codes);
	tell('links', links);
	check(keptOut === 0, 'who has a link or a seat notices nothing');
	const inOne = ALLOWED * (WORKSHOP_MINUTES / WINDOW_MINUTES);
	const chance = ((inOne * 100) / CODES).toFixed(3);
	say(`while a workshop lasts, ${inOne} codes are looked at: its own is found with ${chance} %`);
	const hours = Math.round((MILLION / ALLOWED) * (WINDOW_MINUTES / 60));
	const share = ((MILLION * 100 * ROOMS) / CODES).toFixed(1);
	say(`a million codes looked at would take ${hours} hours at the limit`);
	say(`and, were ${ROOMS} rooms open all that time, find one of them with ${share} %`);
}

function tell(what: string, answers: ReadonlyMap<number, number>): void {
	const sent = [...answers.values()].reduce((sum, each) => sum + each, 0);
	const [right, looked, refused] = [200, 404, 429].map((status) => answers.get(status) ?? 0);
	const windows = 1 + Math.floor(SECONDS / (WINDOW_MINUTES * 60));
	const pace = Math.round(sent / SECONDS);
	console.log(
		`\n${sent} guesses of ${what}, ${pace} a second: ${looked} looked at, ${refused} not`
	);
	check(right === 0, 'none was right');
	check(sent === looked! + refused!, 'each was answered in words');
	check(
		looked! <= (ALLOWED + BURST) * windows,
		`no more were looked at than ${ALLOWED} in five minutes`
	);
}

function count(answers: Map<number, number>, { status }: { status: number }): void {
	answers.set(status, (answers.get(status) ?? 0) + 1);
}

async function planned(origin: string) {
	const { text } = await ask(`${origin}/workshops`, {
		body: {
			organization: 'Lumen',
			team: 'Harbor',
			headcount: 20,
			keptUntil: daysAhead(90),
			agenda: { steps: [{ kind: 'clues', minutes: 45 }], dimensions: ['voice'] }
		}
	});
	return JSON.parse(text) as { workshopId: string; code: string; facilitate: string };
}

/** Each question comes from another address, unless it says from where. */
function someone(): string {
	const at = randomInt(ADDRESSES);
	return `198.${18 + (at >> 16)}.${(at >> 8) & 255}.${at & 255}`;
}

interface Asking {
	body?: object;
	cookie?: string;
	from?: string;
}

function ask(url: string, { body, cookie = '', from = someone() }: Asking = {}) {
	return new Promise<{ status: number; text: string; headers: http.IncomingHttpHeaders }>(
		(resolve, reject) => {
			const headers = { 'content-type': 'application/json', cookie, 'x-forwarded-for': from };
			const method = body ? 'POST' : 'GET';
			const asking = http.request(url, { method, headers, agent }, (answer) => {
				let text = '';
				answer.setEncoding('utf8').on('data', (part: string) => (text += part));
				answer.on('error', reject);
				answer.on('end', () =>
					resolve({ status: answer.statusCode!, text, headers: answer.headers })
				);
			});
			asking.on('error', reject);
			asking.end(body && JSON.stringify(body));
		}
	);
}
