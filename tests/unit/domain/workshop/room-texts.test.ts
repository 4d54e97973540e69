import { roomTexts } from '$lib/domain/workshop/recap';
import { expect, test } from 'vitest';
import { giveAndGet } from '../../../support/give-get';
import { typicalRecap } from '../../../support/recaps';

test('the lens reads what the recap shows: promises, pictures, stories, needs and gives, and no name', () => {
	const exchanged = giveAndGet({ ana: 'person', ben: 'person' }, [
		'get ana > ben: price list',
		'give ben > ana: those people’s figures'
	]);
	expect(roomTexts({ ...typicalRecap, giveAndGet: exchanged })).toEqual([
		'Ask a customer every Monday',
		'They hear from us first',
		'the calm harbor in every storm',
		'a calm harbor',
		'the first number they call',
		'The driver knew the answer.',
		'Nobody picked up.',
		'Two teams met one customer.',
		'price list',
		'those people’s figures'
	]);
	expect(roomTexts({ promises: [], pictures: null, stories: null, giveAndGet: null })).toEqual([]);
});
