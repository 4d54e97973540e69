import { hidden } from '$lib/domain/publication/reasons';
import type { Recap } from '$lib/domain/workshop/recap';
import type { VoteResult } from '$lib/domain/workshop/results';

const first: VoteResult = {
	n: 12,
	mean: { as: 'value', value: 2.5 },
	dots: { as: 'counts', counts: [0, 8, 2, 2, 0] },
	shape: 'spread',
	moved: null,
	voters: null
};
const tooFew: VoteResult = {
	...first,
	n: null,
	mean: hidden('small-group', 5),
	dots: hidden('small-group', 5),
	shape: null
};

/** A workshop of twelve, with a vote before and after the talk, and one that is hidden. */
export const typicalRecap: Recap = {
	organization: 'Lumen',
	team: 'Harbor',
	instrument: 'holoscope',
	edition: '2026.1',
	openness: 'anonymous',
	k: 5,
	heldOn: '2026-11-22',
	people: 12,
	votes: [
		{ dimension: 'voice', first, second: { ...first, shape: 'agreement', moved: 6 } },
		{ dimension: 'regard', first: tooFew, second: null }
	],
	dots: [
		{ dimension: 'voice', total: { as: 'bound', side: 'or-less', value: 1.8 } },
		{ dimension: 'regard', total: { as: 'value', value: 9 } }
	],
	promises: [
		{
			id: 'p',
			words: 'Ask a customer every Monday',
			serves: 'They hear from us first',
			dimension: 'voice',
			owner: 'Ada',
			dueOn: '2026-12-20',
			state: 'accepted',
			weight: null
		}
	],
	giveAndGet: null,
	giveAndGetRefusal: null,
	trends: [
		{
			dimension: 'voice',
			points: [
				{ heldOn: '2026-05-04', mean: { as: 'value', value: 3.4 }, n: 12, margin: 0.5 },
				{ heldOn: '2026-11-22', mean: { as: 'value', value: 2.5 }, n: 12, margin: 0.5 }
			],
			change: { difference: -0.9, isClear: true }
		}
	],
	closing: { wellSpent: { as: 'value', value: 3.9 }, withEachOther: hidden('small-group', 5) },
	stories: {
		texts: [
			{ words: 'The driver knew the answer.', moment: 'hologram', dimension: 'voice' },
			{ words: 'Nobody picked up.', moment: 'monolith', dimension: null },
			{ words: 'Two teams met one customer.', moment: 'hologram', dimension: null }
		],
		refusal: null
	},
	pictures: {
		largest: { as: 'value', value: 65 },
		pictures: [
			{
				id: 'a',
				sentences: [
					{ id: 'a', words: 'the calm harbor in every storm' },
					{ id: 'b', words: 'a calm harbor' }
				]
			},
			{ id: 'c', sentences: [{ id: 'c', words: 'the first number they call' }] }
		],
		refusal: null
	},
	meeting: {
		verdict: 'with',
		hands: { leaning: 'with', counts: { open: 4, steps: 5 } },
		proposals: { leaning: 'with', counts: { room: 5, all: 7 } },
		time: { leaning: 'between', counts: { took: 7, planned: 5 } },
		closing: null
	},
	ledger: []
};
