import { RateLimiterMemory, type IRateLimiterOptions } from 'rate-limiter-flexible';

/** What slows down whoever asks too much. Addresses and keys are kept in memory for minutes, and nowhere else. */
export interface Limits {
	/** Wrong codes only count: a room of a thousand behind one address joins at once. */
	mayGuess(address: string): Promise<boolean>;
	guessedWrong(address: string): Promise<void>;
	/**
	 * Somebody opened a link that opens nothing: for how many seconds no such try from there is answered, 0 when
	 * this one still is. Links that open something are never asked about.
	 */
	guessedLink(address: string): Promise<number>;
	/** By seat or link: more presses than fingers can make are a program's. */
	mayWrite(key: string): Promise<boolean>;
	/** New workshops, by address. */
	mayCreate(address: string): Promise<boolean>;
}

const GUESSES_OF_ONE = { points: 40, duration: 300 };
const GUESSES_OF_ALL = { points: 1_000, duration: 300 };
const LINKS_OF_ONE = { points: 40, duration: 300 };
const LINKS_OF_ALL = { points: 1_000, duration: 300 };
const WRITES = { points: 150, duration: 10 };
const NEW_WORKSHOPS = { points: 60, duration: 3_600 };
const ALL = 'all';

export function createLimits(): Limits {
	const [guessesOfOne, guessesOfAll, linksOfOne, linksOfAll, writes, creations] = [
		GUESSES_OF_ONE,
		GUESSES_OF_ALL,
		LINKS_OF_ONE,
		LINKS_OF_ALL,
		WRITES,
		NEW_WORKSHOPS
	].map((options: IRateLimiterOptions) => new RateLimiterMemory(options)) as [
		RateLimiterMemory,
		RateLimiterMemory,
		RateLimiterMemory,
		RateLimiterMemory,
		RateLimiterMemory,
		RateLimiterMemory
	];
	return {
		mayGuess: async (address) =>
			!(await isSpent(guessesOfOne, address)) && !(await isSpent(guessesOfAll, ALL)),
		async guessedWrong(address) {
			await Promise.allSettled([guessesOfOne.consume(address), guessesOfAll.consume(ALL)]);
		},
		async guessedLink(address) {
			// Who is stopped already takes nothing from the others.
			if (!(await take(linksOfOne, address))) return secondsLeft(linksOfOne, address);
			return (await take(linksOfAll, ALL)) ? 0 : secondsLeft(linksOfAll, ALL);
		},
		mayWrite: (key) => take(writes, key),
		mayCreate: (address) => take(creations, address)
	};
}

async function isSpent(limiter: RateLimiterMemory, key: string): Promise<boolean> {
	return ((await limiter.get(key))?.remainingPoints ?? 1) <= 0;
}

async function take(limiter: RateLimiterMemory, key: string): Promise<boolean> {
	return limiter.consume(key).then(
		() => true,
		() => false
	);
}

async function secondsLeft(limiter: RateLimiterMemory, key: string): Promise<number> {
	return Math.max(1, Math.ceil(((await limiter.get(key))?.msBeforeNext ?? 0) / 1_000));
}
