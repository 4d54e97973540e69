const START = 2;
const ORIENTATION = 0x112;
const SHORT = 3;

/** A JPEG with a note that it is to be shown turned or mirrored, as cameras write it (Exif 2.32, 4.6.4): 1 to 8. */
export function turnedJpeg(jpeg: Buffer, orientation: number, order: 'II' | 'MM' = 'II'): Buffer {
	return Buffer.concat([jpeg.subarray(0, START), note(orientation, order), jpeg.subarray(START)]);
}

function note(orientation: number, order: 'II' | 'MM'): Buffer {
	const tiff = Buffer.alloc(26);
	const isLittle = order === 'II';
	const short = (value: number, at: number) =>
		isLittle ? tiff.writeUInt16LE(value, at) : tiff.writeUInt16BE(value, at);
	const long = (value: number, at: number) =>
		isLittle ? tiff.writeUInt32LE(value, at) : tiff.writeUInt32BE(value, at);
	tiff.write(order, 0, 'latin1');
	short(42, 2);
	long(8, 4);
	// One entry: its tag, its type, how many, and the value.
	short(1, 8);
	short(ORIENTATION, 10);
	short(SHORT, 12);
	long(1, 14);
	short(orientation, 18);
	const body = Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), tiff]);
	const head = Buffer.from([0xff, 0xe1, 0, body.length + 2]);
	return Buffer.concat([head, body]);
}
