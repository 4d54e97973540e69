import { changeChart } from '$lib/charts/change';
import { labelLines, type ChartLook } from '$lib/charts/look';
import { darkPalette, lightPalette } from '$lib/charts/palette';
import { radarChart } from '$lib/charts/radar';
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

const look: ChartLook = { palette: lightPalette, fontFamily: 'Source Sans 3', fontSize: 14 };

describe('the radar', () => {
	const input = {
		labels: ['Voice', 'Whole in each part', 'Stories'],
		now: { name: 'Now', scores: [90, 50, null], margins: [20, 20, null] },
		look
	};

	test('draws the margin as a band inside the spectrum, and leaves a missing score out', () => {
		const [far, near, scores] = radarChart(input).data.datasets;

		expect(far!.data).toEqual([100, 70, null]);
		expect(near!.data).toEqual([70, 30, null]);
		expect(scores!.data).toEqual([90, 50, null]);
	});

	test('shows an earlier result dashed, and only then a legend', () => {
		const earlier = { name: 'Before', scores: [10, 20, 30] };

		expect(radarChart(input).options?.plugins?.legend?.display).toBe(false);
		const { data, options } = radarChart({ ...input, earlier });
		expect(data.datasets.find(({ label }) => label === 'Before')!.borderDash).toEqual([5, 4]);
		expect(options?.plugins?.legend?.display).toBe(true);
	});

	test('is made anew each time, since Chart.js writes into the options it gets', () => {
		expect(radarChart(input).options).not.toBe(radarChart(input).options);
	});
});

test('the change chart draws each margin as a bar inside the spectrum and keeps gaps', () => {
	const { data } = changeChart({
		names: { score: 'Overall', margin: 'Margin' },
		poles: { monolith: 'Monolith', hologram: 'Hologram' },
		points: [
			{ label: 'May', score: 3, margin: 7 },
			{ label: 'June', score: null, margin: null },
			{ label: 'July', score: 60, margin: 14 }
		],
		look
	});

	expect(data.datasets[0]!.data).toEqual([3, null, 60]);
	expect(data.datasets[1]!.data).toEqual([[0, 10], null, [46, 74]]);
});

test.each([
	['Voice', ['Voice']],
	['Rules and relationships', ['Rules and', 'relationships']],
	['Whole in each part', ['Whole in', 'each part']]
])('breaks the label “%s” into short lines', (name, lines) => {
	expect(labelLines(name)).toEqual(lines);
});

test('charts and page use the same colors', () => {
	const css = readFileSync('src/app.css', 'utf8');
	const kebab = (name: string) => name.replace(/\d/, '-$&');
	for (const name of Object.keys(lightPalette) as (keyof typeof lightPalette)[]) {
		expect(css).toContain(
			`--${kebab(name)}: light-dark(${lightPalette[name]}, ${darkPalette[name]})`
		);
	}
});
