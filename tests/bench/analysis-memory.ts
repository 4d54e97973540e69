/**
 * A million sheets of 36 items in 5,000 teams, from memory to the whole analysis, beside a single bare pass over
 * the same bytes that only counts values. To reach: within 10 times, and under 400 MB.
 *
 *   node tests/bench/analysis-memory.ts [sheets] [teams] [rounds]
 *
 * Memory is that of a single round (rounds = 1): later rounds still hold the garbage of earlier ones.
 */
import { holoscope } from '../../src/lib/content/instruments.ts';
import { analyze } from '../../src/lib/domain/analysis/analyze.ts';
import { layoutOf } from '../../src/lib/domain/scoring/layout.ts';
import { Tally } from '../../src/lib/domain/scoring/tally.ts';

const [sheets = 1_000_000, teams = 5_000, rounds = 5] = process.argv.slice(2).map(Number);
const layout = layoutOf(holoscope, 'full');
const items = layout.items.length;
const headcounts = new Map(Array.from({ length: teams }, (_, team) => [`Team ${team}`, 250]));

let state = 12345;
const random = () => {
	state ^= state << 13;
	state ^= state >>> 17;
	state ^= state << 5;
	return (state >>> 0) / 2 ** 32;
};
const bytes = new Uint8Array(sheets * items);
for (let at = 0; at < bytes.length; at++)
	bytes[at] = random() < 0.03 ? layout.notSure : 1 + Math.floor(random() * layout.levels);
const teamOf = new Uint32Array(sheets);
for (let sheet = 0; sheet < sheets; sheet++) teamOf[sheet] = Math.floor(random() * teams);

const times = { bare: Infinity, tally: Infinity, report: Infinity };
for (let round = 0; round < rounds; round++) {
	times.bare = Math.min(times.bare, milliseconds(countValues));
	const tally = new Tally(layout);
	const counting = milliseconds(() => {
		for (const team of headcounts.keys()) tally.cell(team);
		tally.addAll(bytes, teamOf, sheets);
	});
	const report = milliseconds(() => analyze([{ lens: 'member', tally }], { headcounts }));
	if (counting + report < times.tally + times.report)
		Object.assign(times, { tally: counting, report });
}

const whole = times.tally + times.report;
const peak = process.resourceUsage().maxRSS / 1024;
console.log(
	`${sheets.toLocaleString('en')} sheets × ${items} items, ${teams.toLocaleString('en')} teams, best of ${rounds}: ` +
		`bare pass ${times.bare.toFixed(0)} ms, analysis ${whole.toFixed(0)} ms ` +
		`(counting ${times.tally.toFixed(0)}, report ${times.report.toFixed(0)}), ` +
		`ratio ${(whole / times.bare).toFixed(1)} (to reach: 10), peak ${peak.toFixed(0)} MB (to reach: 400)`
);

/** All that a report could do with fewer steps: how often each item got each value. */
function countValues(): Uint32Array {
	const counts = new Uint32Array(items * layout.codes);
	for (let sheet = 0, at = 0; sheet < sheets; sheet++) {
		for (let place = 0; place < items; place++, at++) counts[place * layout.codes + bytes[at]!]!++;
	}
	return counts;
}

/** Time on the processor, so that what else the machine does stays out of it. */
function milliseconds(work: () => unknown): number {
	const start = process.threadCpuUsage();
	work();
	const { user, system } = process.threadCpuUsage(start);
	return (user + system) / 1000;
}
