import { roomTexts } from '$lib/domain/workshop/recap';
import { expect, test } from 'vitest';
import { typicalRecap } from '../../../support/recaps';

test('the lens reads what the recap shows: promises, pictures and stories, and no name', () => {
	expect(roomTexts(typicalRecap)).toEqual([
		'Ask a customer every Monday',
		'They hear from us first',
		'the calm harbor in every storm',
		'a calm harbor',
		'the first number they call',
		'The driver knew the answer.',
		'Nobody picked up.',
		'Two teams met one customer.'
	]);
	expect(roomTexts({ promises: [], pictures: null, stories: null })).toEqual([]);
});
