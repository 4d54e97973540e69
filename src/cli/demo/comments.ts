/** What people of the story added in the second round; in the first, too few did for any to be shown. */
export interface DemoComments {
	/** A team's name; null for the lens. */
	team: string | null;
	lens: 'member' | 'leader' | 'customer';
	words: readonly string[];
}

export const demoComments: DemoComments[] = [
	{
		team: 'Customer support',
		lens: 'member',
		words: [
			'When a crate comes back, I can now see why, and I can tell the customer the same day.',
			'We are asked what customers say. I would like to hear what became of it.',
			'The weekly call with the warehouse has done more than any form.',
			'I still need three signatures for a refund of ten euros.',
			'New colleagues learn the rules first and the customers last. It should be the other way round.',
			'The goals on the wall mention orders. They never mention complaints that went away.',
			'I feel trusted. A year ago I did not.',
			'Sometimes I hear about a price change from a customer.',
			'Please let us visit a shop once a month. I have never seen where our food goes.'
		]
	},
	{
		team: 'Field operations',
		lens: 'member',
		words: [
			'We help each other out, always. Whether the shop is happy, we rarely know.',
			'Best crew I have worked with.',
			'The new routes are easier for us and an hour later for the bakeries.',
			'Nobody has asked a shop about the delivery window since spring.',
			'We have become good at planning for ourselves.',
			'I would like to be measured by full shelves and not by kilometers.',
			'The handover sheet between shifts is the best thing we did this year.',
			'Shop owners tell me things at the ramp. I do not know where to take them.',
			'Less reporting, more time at the customer’s door.'
		]
	},
	{
		team: 'Logistics',
		lens: 'member',
		words: [
			'What we promise in sales meetings is decided without us.',
			'The story about the flooded depot is told everywhere now, and people act like it.',
			'Two systems for one pallet. We know, you know.',
			'I could tell you today which orders will be late on Friday.'
		]
	},
	{
		team: 'Sales',
		lens: 'member',
		words: [
			'I see the whole more often since goals are shared with Quality.',
			'We sell what we can deliver now. That was not always so.',
			'Discounts need four people. Customers do not wait for four people.'
		]
	},
	{
		team: 'Finance',
		lens: 'member',
		words: [
			'We are called when something went wrong and seldom before.',
			'I found out what a crate of apples costs us by walking over and asking.'
		]
	},
	{
		team: null,
		lens: 'leader',
		words: [
			'I thought people knew where we are heading. They know the numbers.',
			'More decisions could be made without me than I let happen.'
		]
	},
	{
		team: null,
		lens: 'customer',
		words: [
			'The driver knows my shop better than the hotline does.',
			'Whoever I call, I have to tell my story again.',
			'Quality is excellent. Finding out when it arrives is not.',
			'Since summer somebody calls back. Thank you.',
			'Every department has its own answer to the same question.',
			'You deliver late and apologize early. I would like it the other way round.',
			'I buy here because one person fixed our opening week without asking anyone.',
			'The new ordering page was clearly made by people who never order.',
			'I was asked for my opinion and then heard nothing. This time I hope for more.',
			'Invoices are always right. That is worth a lot.',
			'If the vans came before six, I would order twice as much bread.'
		]
	}
];
