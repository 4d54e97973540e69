import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseTeamList, teamProblems, TEAMS_LIMIT } from '$lib/domain/round/team-list';

const namesOf = (text: string) => parseTeamList(text).teams.map(({ name }) => name);
const problemsOf = (text: string) =>
	parseTeamList(text).problems.map(({ code, line }) => [code, line]);

describe('a list of teams', () => {
	test.each([
		['typed with commas', 'Harbor, 12\nLighthouse, 7'],
		['pasted from a spreadsheet', 'Harbor\t12\r\nLighthouse\t7\r\n'],
		['from a CSV file with semicolons', '\uFEFFHarbor;12\nLighthouse;7\n\n'],
		['from a CSV file with quotes', '"Harbor","12"\n"Lighthouse","7"'],
		['with headings', 'Team;People\nHarbor;12\nLighthouse;7'],
		['with untidy spaces', '  Harbor  ,  12 \n\n Lighthouse,7']
	])('reads a list %s', (_, text) => {
		expect(parseTeamList(text)).toMatchObject({
			teams: [
				{ name: 'Harbor', headcount: 12 },
				{ name: 'Lighthouse', headcount: 7 }
			],
			problems: []
		});
	});

	test('says which line it took for headings', () => {
		expect(parseTeamList('Team;People\nHarbor;12').headings).toBe('Team;People');
		expect(parseTeamList('Harbor;12').headings).toBeNull();
	});

	test('leaves commas and quotes in names', () => {
		expect(namesOf('Sales, North, 12\n"Sales, South";7\n"The ""A"" team",9')).toEqual([
			'Sales, North',
			'Sales, South',
			'The "A" team'
		]);
	});

	test.each([
		['Harbor', 'headcount-missing'],
		['Team 7', 'headcount-missing'],
		['Harbor,', 'headcount-missing'],
		['Harbor,12\nPier,many', 'headcount-not-whole'],
		['Harbor,12\nPier,4.5', 'headcount-not-whole'],
		['Harbor,12\nPier,-3', 'headcount-not-whole'],
		['Harbor,0', 'headcount-out-of-range'],
		['Harbor,100001', 'headcount-out-of-range'],
		[',12', 'team-name-missing'],
		[`${'x'.repeat(121)},12`, 'team-name-too-long'],
		['Harbor,12\nHARBOR ,7', 'team-name-twice'],
		['Ｈarbor,12\nHarbor,7', 'team-name-twice']
	])('refuses %j: %s', (text, code) => {
		expect(problemsOf(text).map(([problem]) => problem)).toEqual([code]);
	});

	test('counts lines as an editor does, empty ones and headings included', () => {
		expect(problemsOf('Team,People\n\nHarbor,12\nPier,x')).toEqual([['headcount-not-whole', 4]]);
	});

	test('stops at a list of ten thousand, and says how long it is', () => {
		const text = Array.from({ length: 10_000 }, (_, index) => `Team ${index}, 5`).join('\n');

		expect(parseTeamList(text)).toEqual({
			teams: [],
			problems: [{ code: 'too-many-teams', line: TEAMS_LIMIT + 1, text: '10000' }],
			headings: null
		});
	});

	test('takes as many teams as the limit says, and not one more', () => {
		const teams = (count: number) =>
			Array.from({ length: count }, (_, index) => ({ name: `Team ${index}`, headcount: 5 }));

		expect(teamProblems(teams(TEAMS_LIMIT))).toEqual([]);
		expect(teamProblems(teams(TEAMS_LIMIT + 1)).map(({ code }) => code)).toEqual([
			'too-many-teams'
		]);
	});

	test('removes what would turn or hide text around a name', () => {
		expect(namesOf('\u202EHar\u0007bor\u202C\u200B, 12')).toEqual(['Har bor']);
	});

	test('reads any list that it wrote itself', () => {
		const name = fc.stringMatching(/^[A-Za-z][A-Za-z0-9 ]{0,20}[A-Za-z0-9]$/);
		const team = fc.record({ name, headcount: fc.integer({ min: 1, max: 500 }) });
		const teams = fc.uniqueArray(team, {
			minLength: 1,
			selector: ({ name }) => name.replace(/ +/g, ' ').toLowerCase()
		});

		fc.assert(
			fc.property(teams, fc.constantFrom('\t', ';', ', '), (list, mark) => {
				const text = list.map(({ name, headcount }) => `${name}${mark}${headcount}`).join('\n');
				expect(parseTeamList(text)).toMatchObject({
					teams: list.map(({ name, headcount }) => ({ name: name.replace(/ +/g, ' '), headcount })),
					problems: []
				});
			})
		);
	});

	test('answers any text with teams and problems, never with an error', () => {
		fc.assert(
			fc.property(fc.string({ unit: 'binary' }), (text) => {
				const { teams, problems } = parseTeamList(text);
				expect(problems.every(({ line }) => line >= 1)).toBe(true);
				if (problems.length === 0) expect(teamProblems(teams)).toEqual([]);
			})
		);
	});
});
