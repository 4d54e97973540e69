import { holoscope } from '$lib/content/instruments';
import { groupDocument } from '$lib/content/report/group-document';
import type { GroupReport } from '$lib/domain/report/group-report';
import type { MirrorSide, MirrorView } from '$lib/domain/results/results';
import { expect, test } from 'vitest';
import { demoPeople, ownReport } from '../../support/organizations';
import { because } from '../../support/results';

const report = ownReport(demoPeople());
const textOf = (changes: Partial<GroupReport>) =>
	JSON.stringify(
		groupDocument({ instrument: holoscope, report: { ...report, ...changes }, paper: 'a4' }).blocks
	);

const side = (value: number, margin: number): MirrorSide => ({
	n: 24,
	mean: { as: 'value', value },
	margin: { as: 'value', value: margin }
});
const hiddenSide: MirrorSide = { n: null, mean: because('small-group'), margin: null };
const views: MirrorView[] = [
	{
		dimension: 'voice',
		item: 'voice-1',
		own: side(62, 4),
		guess: side(65, 5),
		customers: side(44, 6),
		finding: { as: 'value', value: 'overestimate' }
	},
	{
		dimension: 'rules',
		item: 'rules-1',
		own: side(40, 4),
		guess: hiddenSide,
		customers: side(41, 6),
		finding: { as: 'value', value: 'unclear' }
	}
];

test('the report puts the three views of a question beside each other, with their word', () => {
	const text = textOf({ mirror: views });
	expect(text).toContain('Customers answer one question otherwise than members think');
	expect(text).toContain('Overestimate: Voice. Members expect better answers than customers give.');
	expect(text).toContain(
		'["Voice: Checks what was meant","62 ± 4 (24)","65 ± 5 (24)","44 ± 6 (24)","Overestimate"]'
	);
	expect(text).toMatch(/Rules and relationships: Rule beats a fair request, turned around.*hidden/);
});

test('a report of a round without guesses has no mirror of three views', () => {
	expect(textOf({ mirror: [] })).not.toContain('three views');
});

test('the report warns of turning inward beside the balance', () => {
	const inward: GroupReport['inward'] = {
		verdict: 'turning-inward',
		rise: { difference: 12, margin: 5 },
		about: [{ companion: 'customers', change: { difference: -1, margin: 4 } }]
	};
	const text = textOf({ inward });
	expect(text).toContain('Give and get among ourselves rose: +12 points, give or take 5.');
	expect(text).toContain('What customers say: −1 points, give or take 4.');
	expect(text).toContain('Turning inward since the round before');
	expect(text).toContain('That is how turning inward begins');
	expect(textOf({ inward: null })).not.toContain('Give and get among ourselves rose');
});
