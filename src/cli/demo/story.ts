import type { Profile } from './simulate.ts';

/** A believable food company of 231 people: most parts show the whole, a few do not. */
export interface DemoTeam {
	name: string;
	headcount: number;
	/** How many answered in the first and in the second round. */
	answered: [number, number];
	profile: Profile;
	/** In points, what the second round found beside what all gained. */
	since?: Profile;
}

export const DEMO_ORGANIZATION = 'Northwind Foods';

const whole: Profile = {
	voice: 56,
	regard: 66,
	rules: 43,
	roles: 49,
	power: 52,
	whole: 55,
	stories: 57,
	'outside-in': 56,
	'give-and-get': 58,
	'outcome-care': 69,
	'outcome-buy': 64,
	'outcome-stay': 60
};

function differing(by: Profile): Profile {
	return Object.fromEntries(
		Object.entries(whole).map(([dimension, points]) => [dimension, points + (by[dimension] ?? 0)])
	);
}

/** Every dimension of the spectrum moved by the same number of points. */
function shifted(points: number): Profile {
	return differing(Object.fromEntries(Object.keys(whole).map((dimension) => [dimension, points])));
}

export const demoTeams: DemoTeam[] = [
	{ name: 'Customer support', headcount: 31, answered: [24, 27], profile: shifted(3) },
	{ name: 'Sales', headcount: 28, answered: [21, 22], profile: differing({ power: 5, rules: -3 }) },
	{ name: 'Platform', headcount: 22, answered: [18, 19], profile: differing({ roles: 6 }) },
	{ name: 'Design', headcount: 12, answered: [10, 11], profile: shifted(2) },
	// Reads differently: a patchwork of its own.
	{
		name: 'Finance',
		headcount: 14,
		answered: [11, 12],
		profile: differing({ rules: -24, voice: -22, whole: 20, stories: -20, regard: 8 })
	},
	{ name: 'People', headcount: 9, answered: [8, 8], profile: differing({ regard: 5 }) },
	// Turned inward, and more so a year later: colleagues serve each other ever better while customers wait.
	{
		name: 'Field operations',
		headcount: 38,
		answered: [26, 30],
		profile: differing({ 'give-and-get': 2, 'outside-in': -18 }),
		since: { 'give-and-get': 20, 'outside-in': -4 }
	},
	{ name: 'Marketing', headcount: 16, answered: [13, 14], profile: differing({ stories: 6 }) },
	{ name: 'Logistics', headcount: 34, answered: [22, 25], profile: shifted(-4) },
	{ name: 'Quality', headcount: 13, answered: [10, 10], profile: differing({ rules: -7 }) },
	{ name: 'Purchasing', headcount: 10, answered: [8, 9], profile: shifted(0) },
	// Too small to show: four people, however many answer.
	{ name: 'Legal', headcount: 4, answered: [4, 4], profile: shifted(1) }
];

/** What the second round gained, after a year of listening and of tying goals to the whole. */
export const demoProgress: Profile = { voice: 7, whole: 6, 'outside-in': 3, rules: 2 };

/** What members believe that customers would answer: they hope to be heard and told of, and expect less regard. */
export const demoGuess: { answered: [number, number]; profile: Profile } = {
	answered: [96, 121],
	profile: {
		voice: 62,
		regard: 50,
		rules: 30,
		roles: 35,
		power: 38,
		whole: 43,
		stories: 61,
		'outside-in': 27
	}
};

export const demoLenses: {
	lens: 'leader' | 'customer' | 'partner';
	answered: [number, number];
	profile: Profile;
}[] = [
	// Leaders see it brighter, customers darker.
	{ lens: 'leader', answered: [11, 12], profile: shifted(16) },
	{ lens: 'customer', answered: [61, 84], profile: shifted(-15) },
	{ lens: 'partner', answered: [12, 13], profile: shifted(-2) }
];
