import { createCanvas, loadImage } from '@napi-rs/canvas';
import { LOGO_LIMIT } from '$lib/domain/branding/branding';
import { imageSize } from '$lib/domain/branding/image-size';
import { readLogo } from '$lib/server/report/read-logo';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { turnedJpeg } from '../../../support/turned-jpeg';

function drawn(width: number, height: number) {
	const canvas = createCanvas(width, height);
	const pen = canvas.getContext('2d');
	pen.fillStyle = '#0a5c36';
	pen.fillRect(0, 0, width / 2, height);
	return canvas;
}

const kinds = {
	png: (width: number, height: number) => drawn(width, height).toBuffer('image/png'),
	jpeg: (width: number, height: number) => drawn(width, height).toBuffer('image/jpeg'),
	webp: (width: number, height: number) => drawn(width, height).toBuffer('image/webp')
};
const svg = (start: string) =>
	Buffer.from(`${start}<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>`);

/** A PNG that says of itself to be this large, and is not. */
function boasting(side: number): Buffer {
	const png = Buffer.from(kinds.png(4, 4));
	png.writeUInt32BE(side, 16);
	png.writeUInt32BE(side, 20);
	return png;
}

test.each(Object.entries(kinds))('a %s becomes a PNG that fits a cover', async (kind, make) => {
	expect(imageSize(make(900, 300))).toEqual({ kind, width: 900, height: 300 });
	const read = await readLogo(make(900, 300));
	if (!read.ok) throw new Error(read.refusal);
	const { png, width, height } = read.logo;
	expect([width, height]).toEqual([720, 240]);
	const again = await loadImage(Buffer.from(png, 'base64'));
	expect([again.width, again.height]).toEqual([720, 240]);
});

test('a small picture keeps its size', async () => {
	const read = await readLogo(kinds.png(40, 30));
	expect(read).toMatchObject({ ok: true, logo: { width: 40, height: 30 } });
});

/** Where the dark corner of a picture is that was dark at its top left. */
async function darkCorner(png: string): Promise<string> {
	const image = await loadImage(Buffer.from(png, 'base64'));
	const pen = createCanvas(image.width, image.height).getContext('2d');
	pen.drawImage(image, 0, 0);
	const [right, bottom] = [image.width - 4, image.height - 4];
	const corners = { 'top left': [3, 3], 'top right': [right, 3] };
	const below = { 'bottom left': [3, bottom], 'bottom right': [right, bottom] };
	const dark = Object.entries({ ...corners, ...below }).filter(
		([, [x, y]]) => pen.getImageData(x!, y!, 1, 1).data[0]! < 100
	);
	return dark.map(([name]) => name).join(', ');
}

const TURNS: [number, string, number[]][] = [
	[1, 'top left', [400, 200]],
	[2, 'top right', [400, 200]],
	[3, 'bottom right', [400, 200]],
	[4, 'bottom left', [400, 200]],
	[5, 'top left', [120, 240]],
	[6, 'top right', [120, 240]],
	[7, 'bottom right', [120, 240]],
	[8, 'bottom left', [120, 240]]
];

describe.each(['II', 'MM'] as const)('a photo with a note in order %s', (order) => {
	test.each(TURNS)(
		'that says %i stands upright, dark at the %s',
		async (orientation, corner, size) => {
			const canvas = createCanvas(400, 200);
			const pen = canvas.getContext('2d');
			pen.fillStyle = '#ffffff';
			pen.fillRect(0, 0, 400, 200);
			pen.fillStyle = '#0a0a0a';
			pen.fillRect(0, 0, 100, 100);
			const read = await readLogo(turnedJpeg(canvas.toBuffer('image/jpeg'), orientation, order));
			if (!read.ok) throw new Error(read.refusal);
			expect([read.logo.width, read.logo.height]).toEqual(size);
			expect(await darkCorner(read.logo.png)).toBe(corner);
		}
	);
});

test('what is hidden behind the picture is gone', async () => {
	const read = await readLogo(
		Buffer.concat([kinds.png(40, 30), Buffer.from('<script>x</script>')])
	);
	if (!read.ok) throw new Error(read.refusal);
	expect(Buffer.from(read.logo.png, 'base64').toString('latin1')).not.toContain('script');
});

test('a picture like a photo is made smaller until it is light', async () => {
	const canvas = createCanvas(720, 240);
	const pen = canvas.getContext('2d');
	const noise = pen.createImageData(720, 240);
	for (let at = 0; at < noise.data.length; at++) noise.data[at] = (at * 7919 * (at % 97)) % 256;
	pen.putImageData(noise, 0, 0);
	const read = await readLogo(canvas.toBuffer('image/png'));
	if (!read.ok) throw new Error(read.refusal);
	expect(Buffer.from(read.logo.png, 'base64').length).toBeLessThanOrEqual(60_000);
});

test.each([
	['nothing', Buffer.alloc(0), 'missing'],
	['two megabytes and a byte', Buffer.alloc(LOGO_LIMIT + 1), 'too-large'],
	['a drawing', svg(''), 'svg'],
	['a drawing with a head', svg('<?xml version="1.0"?><!-- hello -->'), 'svg'],
	['a drawing after white space', svg('  \n'), 'svg'],
	['a page', Buffer.from('<!doctype html><p>Hello'), 'not-an-image'],
	['a GIF', Buffer.from('GIF89a\u0001\u0000\u0001\u0000'), 'not-an-image'],
	['half a picture', kinds.png(40, 30).subarray(0, 30), 'not-an-image'],
	['a head without a body', boasting(100).subarray(0, 33), 'not-an-image'],
	['a small file that would fill the memory', boasting(60_000), 'too-many-pixels']
] as [string, Buffer, string][])('%s is refused', async (_, bytes, refusal) => {
	expect(await readLogo(bytes)).toEqual({ ok: false, refusal });
});

test('whatever the bytes are, a size is read or none is', () => {
	const heads = Object.values(kinds).map((make) => make(8, 8).subarray(0, 24));
	fc.assert(
		fc.property(fc.constantFrom(...heads), fc.uint8Array({ maxLength: 60 }), (head, rest) => {
			const size = imageSize(Buffer.concat([head, rest]));
			expect(size === null || size.width >= 0).toBe(true);
		})
	);
});
