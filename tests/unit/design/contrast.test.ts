import { readFileSync } from 'node:fs';
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

/** The contrast ratio of WCAG 2.2, 1 to 21. */
function contrast(a: string, b: string): number {
	const [darker, lighter] = [luminance(a), luminance(b)].sort((x, y) => x - y) as [number, number];
	return (lighter + 0.05) / (darker + 0.05);
}

function luminance(color: string): number {
	const [red, green, blue] = [1, 3, 5]
		.map((at) => parseInt(color.slice(at, at + 2), 16) / 255)
		.map((value) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4));
	return 0.2126 * red! + 0.7152 * green! + 0.0722 * blue!;
}
