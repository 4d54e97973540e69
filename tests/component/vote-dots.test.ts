import { render, screen, within } from '@testing-library/svelte';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import Countdown from '$lib/components/workshop/Countdown.svelte';
import VoteDots from '$lib/components/workshop/VoteDots.svelte';
import type { VoteResult } from '$lib/domain/workshop/results';

const labels = ['Read out', 'Asked late', 'Asked at times', 'Checked', 'Changed by anyone'];
const poles = { monolith: 'Talks at people', hologram: 'Listens to people' };
const result: VoteResult = {
	n: 16,
	mean: { as: 'value', value: 2.7 },
	dots: { as: 'counts', counts: [5, 4, 1, 3, 3] },
	shape: 'spread',
	moved: null,
	voters: null
};

test('shows one dot for each person, and the same in a table', () => {
	const { container } = render(VoteDots, { result, labels, poles });
	expect(container.querySelectorAll('circle')).toHaveLength(16);
	const table = screen.getByRole('table', { hidden: true });
	expect(within(table).getByRole('row', { name: '1. Read out 5', hidden: true })).toBeTruthy();
});

test('draws a rough picture without a number where the contract allows no more', () => {
	const heights = ['high', 'middle', 'low', 'low', 'low'] as const;
	const { container } = render(VoteDots, {
		result: { ...result, dots: { as: 'shape', heights: [...heights] } },
		labels,
		poles
	});
	expect(container.querySelectorAll('circle')).toHaveLength(0);
	expect(container.querySelectorAll('rect')).toHaveLength(5);
	expect(screen.getByRole('row', { name: '1. Read out many', hidden: true })).toBeTruthy();
	expect(screen.getByRole('row', { name: /Checked few or none/, hidden: true })).toBeTruthy();
	expect(screen.getByText(/A rough picture on purpose/)).toBeTruthy();
});

test('says which rule hides the dots, and the mean where it may be known', () => {
	const dots = {
		as: 'hidden',
		because: 'too-few-for-distribution',
		instead: 'mean-only',
		needed: 10
	} as const;
	const { container } = render(VoteDots, {
		result: { ...result, dots, shape: null },
		labels,
		poles
	});
	expect(container.querySelector('svg')).toBeNull();
	expect(screen.getByText(/shown in numbers for 10 people or more/)).toBeTruthy();
	expect(screen.getByText('The mean of the votes is 2.7 of 5.')).toBeTruthy();
});

test('names people where the team has agreed to be open', () => {
	const voters = [
		{ alias: 'Mira', level: 2 },
		{ alias: null, level: 5 }
	];
	const dots = { as: 'counts' as const, counts: [0, 1, 0, 0, 1] };
	render(VoteDots, { result: { ...result, dots, voters }, labels, poles });
	expect(screen.getByRole('row', { name: /Asked late 1 Mira/, hidden: true })).toBeTruthy();
	expect(screen.getByRole('row', { name: /anyone 1 without a name/, hidden: true })).toBeTruthy();
});

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test('counts down on the server’s clock, and says once that the time is up', async () => {
	const start = Date.now();
	const onend = vi.fn();
	render(Countdown, {
		timer: { seconds: 90, endsAt: start + 60_000 + 90_000 },
		serverNow: () => Date.now() + 60_000,
		onend
	});
	expect(screen.getByRole('timer').textContent).toContain('1:30');
	await vi.advanceTimersByTimeAsync(35_000);
	expect(screen.getByRole('timer').textContent).toContain('0:55');
	expect(screen.getByRole('status').textContent).toBe('One minute left.');
	expect(onend).not.toHaveBeenCalled();
	await vi.advanceTimersByTimeAsync(60_000);
	expect(screen.getByRole('timer').textContent).toContain('0:00');
	expect(screen.getByRole('status').textContent).toBe('Time is up.');
	expect(onend).toHaveBeenCalledTimes(1);
});

test('makes no sound for a time that was up before the page came', async () => {
	const onend = vi.fn();
	render(Countdown, {
		timer: { seconds: 60, endsAt: Date.now() - 1 },
		serverNow: () => Date.now(),
		onend
	});
	await vi.advanceTimersByTimeAsync(1_000);
	expect(onend).not.toHaveBeenCalled();
});
