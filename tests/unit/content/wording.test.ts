import { holoscope } from '$lib/content/instruments';
import { wordingOf } from '$lib/domain/instrument/form';
import * as m from '$lib/paraglide/messages';
import { expect, test } from 'vitest';

test.each([
	[
		'member',
		[
			'People in my team explained how our part fits our organization as a whole.',
			'My team put its own target ahead of what helps our organization as a whole.'
		]
	],
	[
		'leader',
		[
			'People in the team I lead explained how their part fits our organization as a whole.',
			'The team I lead put its own target ahead of what helps our organization as a whole.'
		]
	]
] as const)('a %s reads whole sentences when the organization has no name', (lens, sentences) => {
	const named = holoscope.items.filter(({ wording }) => wording[lens]!.includes('{org}'));

	expect(named.map((item) => wordingOf(item, lens, m.assess_our_organization()))).toEqual(
		sentences
	);
});
