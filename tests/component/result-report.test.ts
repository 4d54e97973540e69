import ResultReport from '$lib/components/report/ResultReport.svelte';
import type { KeptSheet } from '$lib/device/device-store';
import type { ImportReport } from '$lib/device/result-file';
import type { Item } from '$lib/domain/instrument/instrument';
import type { Sheet } from '$lib/domain/sheet';
import { render, screen, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { describe, expect, test, vi } from 'vitest';
import { answersOf } from '../support/answers';
import { someSheet } from '../support/sheets';

/** Answers at a place from 1 (monolith) to 5 (hologram) by dimension; all else halfway. */
function answersAt(places: Record<string, number | null>, form = 'full') {
	return answersOf(form, ({ dimension, key }: Item) => {
		const place = dimension in places ? places[dimension]! : 3;
		return place === null ? null : key === 1 ? place : 6 - place;
	});
}

function show(
	sheet: Sheet,
	history: KeptSheet[] = [{ ...sheet, id: 'this' }],
	importReport?: ImportReport
) {
	const handlers = {
		onremove: vi.fn(async () => {}),
		onrestore: vi.fn(async () => {}),
		onfile: vi.fn(),
		ondelete: vi.fn()
	};
	render(ResultReport, {
		sheet,
		keptId: history.some(({ id }) => id === 'this') ? 'this' : null,
		history,
		others: 0,
		importReport,
		link: 'https://holoscope.example/assess/result#s1-abc',
		...handlers
	});
	return { user: userEvent.setup(), ...handlers };
}

const heading = (name: string | RegExp) => screen.queryByRole('heading', { name });

describe('the sentence on top', () => {
	test.each([
		['member', 'You see your team as halfway from monolith to hologram'],
		['leader', 'You see the team you lead as halfway from monolith to hologram'],
		['customer', 'You see Northwind Foods as halfway from monolith to hologram']
	] as const)('speaks to a %s', (lens, sentence) => {
		show(someSheet({ lens }));
		expect(screen.getByRole('heading', { level: 1 })).toHaveTextContent(sentence);
	});

	test('says “between” when the margin touches two zones', () => {
		show(someSheet({ answers: answersAt({ voice: 5, regard: 4, rules: 4 }) }));
		expect(screen.getByRole('heading', { level: 1 })).toHaveTextContent(
			'You see your team between halfway and mostly hologram'
		);
		expect(screen.getByText('63 of 100, give or take 7.')).toBeInTheDocument();
	});

	test('claims no place when there are too few answers', () => {
		show(someSheet({ answers: answersOf('full', () => null) }));
		expect(screen.getByRole('heading', { level: 1 })).toHaveTextContent('Too few answers');
		expect(screen.getByText(/takes 6 of the 8 dimensions, and yours cover 0/)).toBeInTheDocument();
		expect(heading('Side by side')).toBeNull();
	});
});

describe('what stands out', () => {
	test('is shown with both poles and two practices each', () => {
		show(someSheet({ answers: answersAt({ rules: 1 }) }));

		const section = screen.getByRole('region', { name: /One dimension differs/ });
		expect(within(section).getByRole('heading', { name: /Rules and relationships/ })).toBeVisible();
		expect(section).toHaveTextContent('The rule is the answer. The person has to fit.');
		expect(section).toHaveTextContent('Rules are few and have a clear purpose.');
		expect(within(section).getAllByRole('article')).toHaveLength(2);
	});

	test('is nothing when all lies within the margin; then three openers start a talk', () => {
		show(someSheet());

		const section = screen.getByRole('region', { name: 'Nothing stands out beyond the margin' });
		expect(within(section).getAllByRole('article')).toHaveLength(3);
	});

	test('never comes from a quick form, which says what the full form adds', () => {
		show(someSheet({ form: 'quick', answers: answersAt({ rules: 1, voice: 5 }, 'quick') }));

		expect(heading('Side by side')).toBeNull();
		expect(heading('What the full form would add')).toBeInTheDocument();
		expect(heading(/differ/)).toBeNull();
	});
});

describe('the dimensions', () => {
	test('stand in the instrument’s order, give and get beside', () => {
		show(someSheet({ answers: answersAt({ stories: 5, voice: 1 }) }));

		const section = screen.getByRole('region', { name: 'Side by side' });
		const [spectrum, beside] = within(section).getAllByRole('list') as [HTMLElement, HTMLElement];
		const names = within(spectrum).getAllByRole('listitem');
		expect(names).toHaveLength(8);
		expect(names[0]).toHaveTextContent(/^Voice/);
		expect(names[7]).toHaveTextContent(/^Outside-in/);
		expect(beside).toHaveTextContent(/^Give and get/);
	});

	test('say in words what the picture shows, and why a score is missing', () => {
		show(someSheet({ answers: answersAt({ power: null, voice: 5 }) }));

		expect(screen.getByText('100, give or take 20')).toBeInTheDocument();
		expect(screen.getAllByText('Too few answers')).not.toHaveLength(0);
	});
});

test.each([
	[{ 'outside-in': 5, 'give-and-get': 5 }, 'Connected'],
	[{ 'outside-in': 1, 'give-and-get': 5 }, 'Turned inward'],
	[{ 'outside-in': 3, 'give-and-get': 5 }, 'Colleagues serve each other'],
	[{ 'outside-in': 5, 'give-and-get': 3 }, 'The customer is in view'],
	[{ 'outside-in': 1, 'give-and-get': 3 }, 'The customer is far away'],
	[{ 'outside-in': 3, 'give-and-get': 1 }, 'Colleagues get little from each other'],
	[{}, 'Too close to call']
])('the balance of %o reads “%s”', (places, name) => {
	show(someSheet({ answers: answersAt(places) }));
	expect(heading(name)).toBeInTheDocument();
});

test('a customer’s result has no balance and no homework', () => {
	show(someSheet({ lens: 'customer', answers: answersAt({ rules: 1 }) }));
	expect(screen.queryByText('Inward and outward')).toBeNull();
	expect(screen.queryAllByRole('article')).toEqual([]);
});

test('what was not sure is listed with its words', () => {
	const answers = { ...someSheet().answers, 'voice-1': null };
	show(someSheet({ answers }));
	const section = screen.getByRole('region', { name: 'What you could not see' });
	expect(section).toHaveTextContent('You were not sure about one of 36 questions.');
	expect(section).toHaveTextContent('People in my team asked questions to check');
});

test('answers that are all the same get one line of advice, no verdict', () => {
	show(someSheet({ answers: answersOf('full', () => 4) }));
	expect(screen.getByText(/Many of your answers were the same/)).toBeInTheDocument();
});

describe('over time', () => {
	const earlier = { ...someSheet({ day: '2026-05-01' }), id: 'before' };
	const withEarlier = (sheet: Sheet) => show(sheet, [earlier, { ...sheet, id: 'this' }]);

	test('a change beyond the margin is told as one', () => {
		withEarlier(someSheet({ answers: answersAt({ voice: 5, regard: 5 }) }));
		expect(heading('Nearer to the hologram than last time')).toBeInTheDocument();
		expect(screen.getByText(/larger than the margin of 10 points/)).toBeInTheDocument();
		expect(screen.getByText('Voice, 50 points nearer to the hologram')).toBeInTheDocument();
	});

	test('a change within the margin is told as chance', () => {
		withEarlier(someSheet({ answers: answersAt({ voice: 4 }) }));
		expect(heading('Much like last time')).toBeInTheDocument();
		expect(screen.getByText(/within the margin of 10 points/)).toBeInTheDocument();
	});

	test('a quick form is not compared with a full one', () => {
		const quick = someSheet({ form: 'quick', answers: answersOf('quick', () => 5) });
		withEarlier(quick);
		expect(heading('This is the first result of its kind here')).toBeInTheDocument();
	});

	test('a result that came with a link is compared with nothing of one’s own', () => {
		show(someSheet({ answers: answersAt({ voice: 5, regard: 5 }) }), [earlier]);
		expect(screen.queryByText('Over time')).toBeNull();
	});

	test('a removed result can be brought back, by keyboard too', async () => {
		const { user, onremove, onrestore } = withEarlier(someSheet());
		await user.click(screen.getByRole('button', { name: 'Remove the result of May 1, 2026' }));

		expect(onremove).toHaveBeenCalledWith(earlier);
		expect(screen.getByText('The result of May 1, 2026 was removed.')).toBeInTheDocument();
		expect(screen.getByRole('button', { name: 'Undo' })).toHaveFocus();
		await user.keyboard('{Enter}');
		expect(onrestore).toHaveBeenCalledWith(earlier);
		expect(screen.getByText('The result of May 1, 2026 is back.')).toBeInTheDocument();
	});
});

describe('reading a file back in', () => {
	test('hands the file on, each time it is chosen', async () => {
		const { user, onfile } = show(someSheet());
		const file = new File(['{}'], 'x.json', { type: 'application/json' });
		await user.upload(screen.getByLabelText('Choose a JSON file'), file);
		await user.upload(screen.getByLabelText('Choose a JSON file'), file);
		expect(onfile.mock.calls).toEqual([[file], [file]]);
	});

	test('says how many were new, and where the rest is wrong', () => {
		const path = 'sheets[2].answers.voice-1';
		show(someSheet(), undefined, {
			added: 1,
			known: 1,
			problems: [{ path, reason: 'bad-answer' }]
		});
		expect(
			screen.getByText(
				'One result was read in. One was here already. One thing in this file could not be read:'
			)
		).toBeInTheDocument();
		expect(screen.getByText(path)).toBeInTheDocument();
		expect(screen.getByText(/whole number from 1 to 5/)).toBeInTheDocument();
	});
});

test('the report’s failure is told, and nothing is lost', async () => {
	vi.stubGlobal('fetch', () => Promise.reject(new TypeError('offline')));
	const { user } = show(someSheet());
	await user.click(screen.getByRole('button', { name: 'Download PDF' }));
	expect(await screen.findByText(/no connection to the server/)).toBeInTheDocument();
	vi.unstubAllGlobals();
});
