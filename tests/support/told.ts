import { hidden } from '../../src/lib/domain/publication/reasons.ts';
import type { Told } from '../../src/lib/domain/workshop/told.ts';
import { giveAndGet } from './give-get.ts';

/** Four teams, a partner and customers; one need is met, and what the depot gives comes to no customer. */
export function someExchange(): NonNullable<Told['exchange']> {
	const whole = giveAndGet(
		{
			Harbor: 'team',
			Lighthouse: 'team',
			Depot: 'team',
			Archive: 'team',
			Mill: 'partner',
			Customers: 'customer'
		},
		[
			'get Harbor > Lighthouse: The order list by Tuesday noon',
			'give Harbor > Lighthouse: Order list, Tuesdays',
			'give Lighthouse > Customers: A call when it ships',
			'get Lighthouse > Harbor: Photos of the finished kitchens',
			'give Mill > Harbor: Samples in red',
			'give Depot > Archive: Weekly figures of all shelves',
			'get Harbor > Customers: One number to call'
		]
	);
	return {
		whole: { ...whole, same: [{ get: 'get-0', give: 'give-1' }] },
		inRooms: { same: [], different: [] },
		kept: [{ team: 'Legal', refusal: 'small-group' }],
		silent: ['Archive']
	};
}

/** What the workshops of a round may have told. */
export function someTold(changes: Partial<Told> = {}): Told {
	return {
		exchange: someExchange(),
		pictures: [
			{
				team: 'Harbor',
				largest: { as: 'value', value: 60 },
				told: {
					pictures: 3,
					sentences: ['the calm harbor in every storm', 'a calm harbor', 'calm, whatever comes']
				},
				refusal: null
			},
			{
				team: 'Lighthouse',
				largest: { as: 'value', value: 25 },
				told: { pictures: 8, sentences: ['the first number they call', 'whom they call first'] },
				refusal: null
			},
			{
				team: 'Depot',
				largest: hidden('small-group', 5),
				told: null,
				refusal: 'small-group'
			}
		],
		stories: {
			texts: [
				{ words: 'The driver knew the answer.', moment: 'hologram', dimension: 'voice' },
				{ words: 'Nobody picked up.', moment: 'monolith', dimension: null },
				{ words: 'Two teams met one customer.', moment: 'hologram', dimension: null }
			],
			refusal: null
		},
		...changes
	};
}
