import { shapeBars } from '../../charts/answer-shape.ts';
import { lightPalette, spectrumColor } from '../../charts/palette.ts';
import type { Spread } from '../../domain/results/results.ts';
import { svgOf } from './svg.ts';

const SHAPE = { width: 104, height: 36, gap: 4 };

/** How answers are spread over the fifths of the spectrum; hatched where it is rough on purpose. */
export function shapeDrawing(spread: Spread): string {
	const bars = shapeBars(spread);
	const column = (SHAPE.width + SHAPE.gap) / bars.length;
	const marks = bars.map(({ height, place }, at) => {
		const color = spectrumColor(place, lightPalette);
		const tall = SHAPE.height * height;
		const frame = {
			x: at * column,
			y: SHAPE.height - tall,
			width: column - SHAPE.gap,
			height: tall
		};
		return spread.as === 'counts' ? plainBar(frame, color) : hatchedBar(frame, color);
	});
	const ground = `<path d="M0 ${SHAPE.height}H${SHAPE.width}" stroke="${lightPalette.ink2}" stroke-width="0.7"/>`;
	return svgOf({ width: SHAPE.width, height: SHAPE.height + 1 }, [...marks, ground]);
}

interface Frame {
	x: number;
	y: number;
	width: number;
	height: number;
}

function plainBar(frame: Frame, color: string): string {
	return `<rect ${placed(frame)} rx="1.5" fill="${color}"/>`;
}

const HATCH = 4;

/** Lines instead of a pattern, which not every reader of PDFs draws sharply. */
function hatchedBar(frame: Frame, color: string): string {
	const { x, y, width, height } = frame;
	const lines: string[] = [];
	// Each rises to the right: from the left edge or the ground, to the right edge or the top.
	for (let rise = HATCH; rise < width + height; rise += HATCH) {
		const from = { x: Math.max(0, rise - height), y: Math.min(height, rise) };
		const to = { x: Math.min(width, rise), y: Math.max(0, rise - width) };
		const at = (point: { x: number; y: number }) =>
			`${(x + point.x).toFixed(1)} ${(y + point.y).toFixed(1)}`;
		lines.push(`M${at(from)}L${at(to)}`);
	}
	const edge = `<rect ${placed(frame)} fill="none" stroke="${color}" stroke-width="0.8"/>`;
	return `${edge}<path d="${lines.join('')}" fill="none" stroke="${color}" stroke-width="1.1"/>`;
}

function placed({ x, y, width, height }: Frame): string {
	const [left, top, wide, tall] = [x, y, width, height].map((one) => one.toFixed(1));
	return `x="${left}" y="${top}" width="${wide}" height="${tall}"`;
}
