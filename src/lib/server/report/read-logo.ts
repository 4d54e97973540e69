import { createCanvas, loadImage } from '@napi-rs/canvas';
import {
	LOGO_LIMIT,
	LOGO_SIDE,
	type Logo,
	type LogoRefusal
} from '../../domain/branding/branding.ts';
import { imageSize, isSvg } from '../../domain/branding/image-size.ts';

export type ReadLogo = { ok: true; logo: Logo } | { ok: false; refusal: LogoRefusal };

/** In pixels: sharp in print at the size that a cover has room for. */
const LARGEST = { width: 720, height: 240 };
/** Every report and every page of results holds it. */
const MOST_BYTES = 60_000;
const SMALLER = 0.75;

/**
 * A picture that somebody sent, judged by its bytes and not by its name, and drawn anew as a PNG: what else was in the
 * file, such as the place where a photo was taken or anything hidden behind the picture, is gone.
 */
export async function readLogo(bytes: Uint8Array): Promise<ReadLogo> {
	if (bytes.length === 0) return { ok: false, refusal: 'missing' };
	if (bytes.length > LOGO_LIMIT) return { ok: false, refusal: 'too-large' };
	if (isSvg(bytes)) return { ok: false, refusal: 'svg' };
	const size = imageSize(bytes);
	if (!size) return { ok: false, refusal: 'not-an-image' };
	if (Math.max(size.width, size.height) > LOGO_SIDE)
		return { ok: false, refusal: 'too-many-pixels' };
	try {
		return { ok: true, logo: await drawnAnew(bytes) };
	} catch {
		// The decoder says in its own words what is broken; nobody can mend a file by them.
		return { ok: false, refusal: 'not-an-image' };
	}
}

async function drawnAnew(bytes: Uint8Array): Promise<Logo> {
	const image = await loadImage(Buffer.from(bytes));
	const fit = Math.min(1, LARGEST.width / image.width, LARGEST.height / image.height);
	for (let scale = fit; ; scale *= SMALLER) {
		const width = Math.max(1, Math.round(image.width * scale));
		const height = Math.max(1, Math.round(image.height * scale));
		const canvas = createCanvas(width, height);
		canvas.getContext('2d').drawImage(image, 0, 0, width, height);
		const png = await canvas.encode('png');
		if (png.length <= MOST_BYTES) return { png: png.toString('base64'), width, height };
	}
}
