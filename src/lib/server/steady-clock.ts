/** Clocks are corrected by seconds all the time. */
const BELIEVED_AT_ONCE_MS = 60_000;
/** Who corrects a wrong clock does it sooner; a machine that slept stays as late as it is. */
const BELIEVED_AFTER_MS = 15 * 60_000;

interface Sources {
	/** What the machine says the time is, in milliseconds since 1970. */
	wall?: () => number;
	/** What has passed, in milliseconds, whoever sets the clock. */
	passed?: () => number;
}

/**
 * The time, for what cannot be undone: a round that was closed, answers that were deleted. When the machine's clock
 * jumps, this one goes on as before, and follows once the jump has lasted.
 */
export function steadyClock({
	wall = Date.now,
	passed = () => performance.now()
}: Sources = {}): () => Date {
	let known = { wall: wall(), passed: passed() };
	let jump: { by: number; since: number } | null = null;

	return () => {
		const here = { wall: wall(), passed: passed() };
		const expected = known.wall + here.passed - known.passed;
		const off = here.wall - expected;
		const isNewJump = !jump || Math.abs(off - jump.by) > BELIEVED_AT_ONCE_MS;
		if (isNewJump) jump = { by: off, since: here.passed };
		const hasLasted = here.passed - jump!.since >= BELIEVED_AFTER_MS;
		if (Math.abs(off) > BELIEVED_AT_ONCE_MS && !hasLasted) return new Date(expected);
		known = here;
		jump = null;
		return new Date(here.wall);
	};
}
