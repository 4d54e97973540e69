interface Point {
	x: number;
	y: number;
}

/** Even a profile of zeros keeps a body, so that it can be seen. */
const INNER = 0.18;

/**
 * A profile as a closed, smooth outline around (0, 0), as an SVG path: one direction for each dimension,
 * clockwise from the top, farther out toward the hologram. Dimensions without a score are passed over;
 * fewer than three leave nothing to draw (an empty path).
 */
export function plateOutline(scores: readonly (number | null)[], radius: number): string {
	const points = scores.flatMap((score, index) =>
		score === null
			? []
			: [pointAt(index / scores.length, INNER + (1 - INNER) * (score / 100), radius)]
	);
	return points.length < 3 ? '' : smoothOutline(points);
}

function pointAt(turn: number, reach: number, radius: number): Point {
	const angle = turn * 2 * Math.PI - Math.PI / 2;
	return { x: Math.cos(angle) * reach * radius, y: Math.sin(angle) * reach * radius };
}

/** Catmull–Rom through all points, written as cubic Béziers. */
function smoothOutline(points: readonly Point[]): string {
	const at = (index: number) => points[(index + points.length) % points.length]!;
	const curves = points.map((point, index) => {
		const [before, next, after] = [at(index - 1), at(index + 1), at(index + 2)];
		const control1 = { x: point.x + (next.x - before.x) / 6, y: point.y + (next.y - before.y) / 6 };
		const control2 = { x: next.x - (after.x - point.x) / 6, y: next.y - (after.y - point.y) / 6 };
		return `C${text(control1)} ${text(control2)} ${text(next)}`;
	});
	return `M${text(points[0]!)}${curves.join('')}Z`;
}

function text({ x, y }: Point): string {
	return `${Number(x.toFixed(2))} ${Number(y.toFixed(2))}`;
}

/** How full the colors of a plate are, 0.25 to 1: few answers look faint, not wrong. A margin of 25 points or more is faintest. */
export function plateSharpness(margin: number | null): number {
	if (margin === null) return 0.25;
	return Math.min(1, Math.max(0.25, 1 - (margin - 5) / 26));
}
