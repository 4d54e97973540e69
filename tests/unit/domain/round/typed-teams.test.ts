import { TEAMS_LIMIT } from '$lib/domain/round/team-list';
import { previewTeams, readTypedTeams } from '$lib/domain/round/typed-teams';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

const row = (name: string, headcount: string, id = '') => ({ id, name, headcount });

describe('rows as they were typed', () => {
	test('become teams; rows left blank are nobody’s mistake', () => {
		const { teams, problems } = readTypedTeams([
			row('Harbor', '12', 'a1'),
			row('', ' '),
			row('Lighthouse', ' 7 ')
		]);

		expect(problems).toEqual([]);
		expect(teams).toEqual([
			{ id: 'a1', name: 'Harbor', headcount: 12 },
			{ id: null, name: 'Lighthouse', headcount: 7 }
		]);
	});

	test('are told apart by their own number, blank rows included', () => {
		const { problems } = readTypedTeams([
			row('', ''),
			row('Harbor', 'twelve'),
			row('', '4'),
			row('harbor ', '3')
		]);

		expect(problems.map(({ code, line }) => [code, line])).toEqual([
			['headcount-not-whole', 2],
			['team-name-missing', 3],
			['team-name-twice', 4]
		]);
	});

	test.each(['', '1.5', '-3', '1e3', '0x10'])('take no headcount out of “%s”', (headcount) => {
		const { problems } = readTypedTeams([row('Harbor', headcount)]);

		expect(problems.map(({ code }) => code)).toEqual(['headcount-not-whole']);
	});

	test('beyond the limit are refused once', () => {
		const rows = Array.from({ length: TEAMS_LIMIT + 5 }, (_, index) => row(`Team ${index}`, '5'));

		expect(readTypedTeams(rows).problems.map(({ code }) => code)).toEqual(['too-many-teams']);
	});
});

describe('what taking over a list would do', () => {
	test('says line by line what cannot be taken, and takes the rest', () => {
		const preview = previewTeams('Team,People\nHarbor,12\n\nLighthouse\nHarbor,3\nDock,8', [
			'DOCK'
		]);

		expect(preview.headings).toBe('Team,People');
		expect(preview.good).toEqual([{ name: 'Harbor', headcount: 12 }]);
		expect(preview.problems.map(({ code, line }) => [code, line])).toEqual([
			['headcount-missing', 4],
			['team-name-twice', 5]
		]);
		expect(preview.known).toEqual([{ line: 6, text: 'Dock' }]);
	});

	test('refuses ten thousand teams in one sentence, and quickly', () => {
		const text = Array.from({ length: 10_000 }, (_, index) => `Team ${index}, 12`).join('\n');
		const before = performance.now();
		const { good, problems } = previewTeams(text, []);

		expect(performance.now() - before).toBeLessThan(500);
		expect(good).toEqual([]);
		expect(problems).toMatchObject([{ code: 'too-many-teams', text: '10000' }]);
	});

	test('counts the teams that are there already toward the limit', () => {
		const present = Array.from({ length: TEAMS_LIMIT - 1 }, (_, index) => `Team ${index}`);

		expect(previewTeams('Dock, 8', present).overLimit).toBeNull();
		expect(previewTeams('Dock, 8\nPier, 9', present).overLimit).toBe(TEAMS_LIMIT + 1);
	});

	test('gives every line that holds something a place: taken, known or refused', () => {
		const line = fc.oneof(
			fc.constantFrom('Harbor, 12', 'harbor;3', 'Dock\t8', ', 4', 'Pier', '', '  '),
			fc.string({ maxLength: 12 }).filter((text) => !/[\r\n]/.test(text))
		);
		fc.assert(
			fc.property(fc.array(line, { maxLength: 20 }), (lines) => {
				const { good, known, problems, headings } = previewTeams(lines.join('\n'), ['Dock']);
				const filled = lines.filter((text) => text.trim() !== '').length;
				const refused = new Set(problems.map((problem) => problem.line)).size;

				expect(good.length + known.length + refused + (headings === null ? 0 : 1)).toBe(filled);
			})
		);
	});
});
