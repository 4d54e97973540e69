import { becomes, inTurns, sleep } from './measure.ts';
import { Phone } from './phone.ts';
import { joined, roomFor, type LoadedRoom } from './room.ts';
import { check } from './say.ts';

const PATIENCE_MS = 30_000;

/** A workshop with everybody in it, in the middle of a vote. */
export interface Hall {
	room: LoadedRoom;
	phones: Phone[];
}

/** Fills a room. `via` says through which address a person's phone reaches the server. */
export async function openHall(
	origin: string,
	people: number,
	via: (person: number) => string = () => origin
): Promise<Hall> {
	const room = await roomFor(origin, people);
	const cookies = await inTurns(people, 20, () => joined(origin, room.code));
	await room.steer({ kind: 'start' });
	await room.steer({ kind: 'open-vote' });
	const phones = cookies.map(
		(cookie, i) => new Phone(`${via(i)}/workshops/${room.workshopId}`, cookie, i)
	);
	if (!(await becomes(() => phones.every(isVoting), PATIENCE_MS)))
		throw new Error('Not everybody got in.');
	return { room, phones };
}

/** Reveals, and checks that everybody sees each acknowledged vote once. */
export async function closeHall({ room, phones }: Hall): Promise<void> {
	await room.steer({ kind: 'reveal' });
	const isRevealed = ({ shown }: Phone) => shown.includes('"phase":"revealed"');
	check(await becomes(() => phones.every(isRevealed), PATIENCE_MS), 'everybody sees the reveal');
	const counts = [0, 0, 0, 0, 0];
	for (const phone of phones) counts[phone.level(phone.acknowledged) - 1]!++;
	const shown = JSON.parse(phones[0]!.shown).scene.first.dots.counts?.join(' ');
	const sent = counts.join(' ');
	check(shown === sent, `each vote shows once: ${sent} (shown ${shown})`);
	for (const phone of phones) phone.leave();
}

export function isVoting({ liveSince, shown }: Phone): boolean {
	return liveSince !== null && shown.includes('"phase":"voting"');
}

/** Everybody votes about four times a second until they are stopped; then all is acknowledged, and levels are even. */
export function voteOn(phones: readonly Phone[]): () => Promise<unknown> {
	let isOver = false;
	const voting = phones.map(async (phone) => {
		while (!isOver || phone.sent % 5 !== 0) {
			await phone.vote();
			await sleep(100 + Math.random() * 300);
		}
	});
	return () => {
		isOver = true;
		return Promise.all(voting);
	};
}

/** Whose vote the server has otherwise than it was acknowledged, or than it was sent since. */
export async function wrongVotes(phones: readonly Phone[]): Promise<Phone[]> {
	const wrong = await Promise.all(
		phones.map(async (phone) => {
			const least = phone.acknowledged;
			const own = await phone.own();
			if (!own) return least > 0;
			const { level, revision } = own;
			return revision < least || revision > phone.sent || level !== phone.level(revision);
		})
	);
	return phones.filter((_, i) => wrong[i]);
}
