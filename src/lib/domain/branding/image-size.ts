export interface ImageSize {
	kind: 'png' | 'jpeg' | 'webp';
	/** In pixels, as the file says of itself. */
	width: number;
	height: number;
}

/** What kind of picture these bytes are and how large it would be: read from its head, before anything is decoded. */
export function imageSize(bytes: Uint8Array): ImageSize | null {
	const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	try {
		return pngSize(view) ?? jpegSize(view) ?? webpSize(view);
	} catch (problem) {
		// The head says that there is more than there is.
		if (problem instanceof RangeError) return null;
		throw problem;
	}
}

/** Whether these bytes are a drawing in text, which may hold scripts and addresses of other hosts. */
export function isSvg(bytes: Uint8Array): boolean {
	const head = new TextDecoder().decode(bytes.subarray(0, 2000)).trimStart().toLowerCase();
	return head.startsWith('<svg') || (head.startsWith('<?xml') && head.includes('<svg'));
}

const PNG = 0x89504e47;
const PNG_REST = 0x0d0a1a0a;

function pngSize(view: DataView): ImageSize | null {
	if (view.getUint32(0) !== PNG || view.getUint32(4) !== PNG_REST) return null;
	return { kind: 'png', width: view.getUint32(16), height: view.getUint32(20) };
}

const JPEG = 0xffd8;

/** The size stands in the first frame header, after segments that each tell their length. */
function jpegSize(view: DataView): ImageSize | null {
	if (view.getUint16(0) !== JPEG) return null;
	for (let at = 2; ;) {
		const marker = view.getUint16(at);
		if (marker >> 8 !== 0xff) return null;
		const isFrame =
			marker >= 0xffc0 && marker <= 0xffcf && ![0xffc4, 0xffc8, 0xffcc].includes(marker);
		if (isFrame)
			return { kind: 'jpeg', width: view.getUint16(at + 7), height: view.getUint16(at + 5) };
		// A marker may be padded, and a padding byte has no length.
		at += marker === 0xffff ? 1 : 2 + view.getUint16(at + 2);
	}
}

function webpSize(view: DataView): ImageSize | null {
	const name = (at: number) =>
		String.fromCharCode(...[0, 1, 2, 3].map((step) => view.getUint8(at + step)));
	if (name(0) !== 'RIFF' || name(8) !== 'WEBP') return null;
	const threeBytes = (at: number) => view.getUint16(at, true) | (view.getUint8(at + 2) << 16);
	switch (name(12)) {
		case 'VP8 ':
			return {
				kind: 'webp',
				width: view.getUint16(26, true) & 0x3fff,
				height: view.getUint16(28, true) & 0x3fff
			};
		case 'VP8L': {
			const bits = view.getUint32(21, true);
			return { kind: 'webp', width: (bits & 0x3fff) + 1, height: ((bits >> 14) & 0x3fff) + 1 };
		}
		case 'VP8X':
			return { kind: 'webp', width: threeBytes(24) + 1, height: threeBytes(27) + 1 };
		default:
			return null;
	}
}
