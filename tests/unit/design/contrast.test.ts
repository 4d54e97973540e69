import { readFileSync } from 'node:fs';
import { contrast } from '$lib/domain/branding/accent';
import { expect, test } from 'vitest';

const css = readFileSync('src/app.css', 'utf8');
const tokens = Object.fromEntries(
	[...css.matchAll(/--([\w-]+): light-dark\((#\w{6}), (#\w{6})\)/g)].map(
		([, name, light, dark]) => [name, { light: light!, dark: dark! }]
	)
);

const text: [string, string][] = [
	['ink', 'paper'],
	['ink', 'surface'],
	['ink', 'sunken'],
	['ink', 'accent-soft'],
	['ink-2', 'paper'],
	['ink-2', 'surface'],
	['ink-2', 'sunken'],
	['accent', 'paper'],
	['accent', 'surface'],
	['accent', 'accent-soft'],
	['paper', 'ink']
];
const marks: [string, string][] = [
	['line-strong', 'surface'],
	['line-strong', 'paper'],
	...['blue', 'violet', 'rose', 'slab'].flatMap((mark): [string, string][] => [
		[mark, 'paper'],
		[mark, 'surface']
	])
];

for (const theme of ['light', 'dark'] as const) {
	test.each(text)(`text %s on %s reads in the ${theme} theme`, (front, ground) => {
		expect(contrast(tokens[front]![theme], tokens[ground]![theme])).toBeGreaterThanOrEqual(4.5);
	});

	test.each(marks)(`the mark %s stands out from %s in the ${theme} theme`, (front, ground) => {
		const ratio = contrast(tokens[front]![theme], tokens[ground]![theme]);
		expect(ratio).toBeGreaterThanOrEqual(front === 'slab' && theme === 'dark' ? 2 : 3);
	});
}
