/**
 * A reader who wants to know what few people answered. Knows everything that was published, how the gate
 * rounds and bounds, who is in which group, and how many there are, also in hidden groups. Goes through all
 * possible truths. Written from the rules' words alone; shares no code with the gate.
 */
export interface Reader {
	/** People by atom, and which atoms each group holds. */
	sizes: Readonly<Record<string, number>>;
	groups: Readonly<Record<string, readonly string[]>>;
	/** By group and atom, what each sheet counts, where sheets do not count the same. */
	weights?: Readonly<Record<string, Readonly<Record<string, number>>>>;
	/** Highest value of one answer above the lowest. */
	range: number;
	/** Published means: 0 to 100 as written, or “95 or-more”. */
	shown: Readonly<Record<string, number | string>>;
	k: number;
}

/** Sets of fewer than k people whose sum can be one number only, as people by atom; empty when all is well. */
export function workedOut(reader: Reader): Record<string, number>[] {
	const truths = possibleTruths(reader);
	if (truths.length === 0) throw new Error('No truth fits: the reader knows the rules wrongly.');
	return smallSets(reader).filter((set) => hasOneSum(set, truths, reader));
}

type Truth = Record<string, number>;

function possibleTruths({ sizes, groups, weights, range, shown }: Reader): Truth[] {
	const atoms = Object.keys(sizes);
	const facts = Object.keys(shown)
		.filter((group) => groups[group] && !isHidden(shown[group]!))
		.map((group) => ({ members: membersOf(group), written: shown[group]! }));
	const truths: Truth[] = [];
	extend({}, 0);
	return truths;

	function extend(truth: Truth, next: number): void {
		if (!facts.every((fact) => isPossible(fact, truth))) return;
		const atom = atoms[next];
		if (atom === undefined) {
			truths.push({ ...truth });
			return;
		}
		for (let sum = 0; sum <= sizes[atom]! * range; sum += 1)
			extend({ ...truth, [atom]: sum }, next + 1);
	}

	function membersOf(group: string) {
		return groups[group]!.map((atom) => ({ atom, weight: weights?.[group]?.[atom] ?? 1 }));
	}

	function isPossible(
		{ members, written }: { members: { atom: string; weight: number }[]; written: number | string },
		truth: Truth
	): boolean {
		// What is still open is judged once the last atom of the group is set.
		if (members.some(({ atom }) => truth[atom] === undefined)) return true;
		const value = members.reduce((sum, { atom, weight }) => sum + weight * truth[atom]!, 0);
		const most = members.reduce((sum, { atom, weight }) => sum + weight * sizes[atom]! * range, 0);
		const n = members.reduce((sum, { atom }) => sum + sizes[atom]!, 0);
		const unit = Math.max(...members.map(({ weight }) => weight));
		return asWritten(value, most, n, unit) === written;
	}
}

function isHidden(written: number | string): boolean {
	return typeof written === 'string' && !/or-(more|less)/.test(written);
}

/** The rules on ends and rounding, in a reader's words. */
function asWritten(sum: number, most: number, n: number, unit: number): number | string {
	const wanted =
		n < 10
			? Math.min(Math.ceil(0.95 * most - 1e-9), most - unit)
			: Math.min(Math.ceil(0.99 * most - 1e-9), most - 2 * unit);
	const top = Math.max(wanted, Math.floor(most / 2) + 1);
	const share = Math.min(95, Math.floor((20 * top) / most) * 5);
	if (sum >= top) return `${share} or-more`;
	if (sum <= most - top) return `${100 - share} or-less`;
	const width = n < 5 ? 5 : 1;
	return Math.floor((100 * sum) / most / width + 0.5 + 1e-12) * width;
}

/** All ways to take some, but fewer than k, people out of the atoms. */
function smallSets({ sizes, k }: Reader): Record<string, number>[] {
	let sets: Record<string, number>[] = [{}];
	for (const [atom, size] of Object.entries(sizes))
		sets = sets
			.flatMap((set) =>
				Array.from({ length: Math.min(size, k - 1) + 1 }, (_, n) => ({ ...set, [atom]: n }))
			)
			.filter((set) => total(set) < k);
	return sets.filter((set) => total(set) > 0);
}

function total(set: Record<string, number>): number {
	return Object.values(set).reduce((sum, n) => sum + n, 0);
}

/** Whether these people's sum is the same in all truths, whoever of each atom they are. */
function hasOneSum(
	set: Record<string, number>,
	truths: readonly Truth[],
	{ sizes, range }: Reader
): boolean {
	let [least, most] = [Infinity, -Infinity];
	for (const truth of truths) {
		let [low, high] = [0, 0];
		for (const [atom, n] of Object.entries(set)) {
			low += Math.max(0, truth[atom]! - (sizes[atom]! - n) * range);
			high += Math.min(n * range, truth[atom]!);
		}
		least = Math.min(least, low);
		most = Math.max(most, high);
		if (least < most) return false;
	}
	return true;
}
