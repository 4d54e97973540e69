import { holoscope } from '$lib/content/instruments';
import { wordingOf } from '$lib/domain/instrument/form';
import { proposeColumns } from '$lib/domain/import/columns';
import { describe, expect, test } from 'vitest';

const meaningOf = (header: string) => proposeColumns(holoscope, [header])[0]!.meaning;

describe('a column is recognized by', () => {
	test.each([
		['the id', 'voice-1', 'voice-1'],
		['the id without its hyphen, as LimeSurvey wants it', 'outsidein3', 'outside-in-3'],
		['an id in capitals', 'VOICE_2', 'voice-2'],
		['LimeSurvey’s code and text', 'voice1. People in my team asked questions.', 'voice-1'],
		['LimeSurvey’s code and text with a colon', 'rules3: whatever was written', 'rules-3'],
		['LimeSurvey’s array question', 'G01Q02[power4]', 'power-4'],
		[
			'Google Forms’ grid',
			'Think of the last 4 weeks. [People in my team cut in while someone was still speaking.]',
			'voice-4'
		],
		['the id of an outcome', 'outcomestay', 'outcome-stay'],
		[
			'the words of an outcome',
			'Customers who could have gone elsewhere stayed with us.',
			'outcome-stay'
		],
		[
			'the wording, with other punctuation',
			'  people in my TEAM “cut in” while someone was still speaking',
			'voice-4'
		],
		[
			'the customer’s wording with some organization’s name',
			'Acme Corp. told me its decision before anyone asked for my view.',
			'voice-2'
		]
	])('%s', (_, header, item) => {
		expect(meaningOf(header)).toEqual({ kind: 'item', item });
	});

	test.each([
		['Team', 'team'],
		['department', 'team'],
		['Lens', 'lens'],
		['interviewtime', 'seconds']
	])('its name: %s', (header, kind) => {
		expect(meaningOf(header)).toEqual({ kind });
	});
});

test.each(['Timestamp', 'E-mail address', 'ipaddr', 'Name', '', '[]', 'voice-17'])(
	'%j is ignored',
	(header) => {
		expect(meaningOf(header)).toEqual({ kind: 'ignored' });
	}
);

test('the second column of an item is ignored and pointed out', () => {
	expect(proposeColumns(holoscope, ['voice-1', 'voice1'])).toEqual([
		{ header: 'voice-1', meaning: { kind: 'item', item: 'voice-1' }, isRepeated: false },
		{ header: 'voice1', meaning: { kind: 'ignored' }, isRepeated: true }
	]);
});

test.each(holoscope.lenses)('every wording of the %s lens finds its own item', (lens) => {
	const headers = holoscope.items.map((item) => wordingOf(item, lens, 'Northwind Foods'));
	const found = headers.map((header) => meaningOf(header));
	expect(found).toEqual(holoscope.items.map(({ id }) => ({ kind: 'item', item: id })));
});
