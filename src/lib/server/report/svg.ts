export interface Size {
	width: number;
	height: number;
}

export function svgOf({ width, height }: Size, parts: readonly string[]): string {
	return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">${parts.join('')}</svg>`;
}

export function escaped(text: string): string {
	return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}

/** A color of a chart, `#rrggbb` or `#rrggbbaa`, as the two attributes that every reader of SVG knows. */
export function fillOf(color: string): string {
	const opacity = color.length > 7 ? Number.parseInt(color.slice(7), 16) / 255 : 1;
	return `fill="${color.slice(0, 7)}" fill-opacity="${opacity.toFixed(2)}"`;
}
