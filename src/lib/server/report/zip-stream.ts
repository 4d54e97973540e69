import { once } from 'node:events';
import type { PassThrough } from 'node:stream';
import { ZipFile } from 'yazl';

export interface ZipEntry {
	name: string;
	bytes: Uint8Array;
}

/**
 * Files as one ZIP, each asked for when the reader has taken nearly all before it. A reader who leaves ends the
 * files' generator. Files are stored as they are: reports are compressed in themselves. The same files and day give
 * the same bytes.
 */
export function zipStream(files: AsyncIterable<ZipEntry>, day: string): ReadableStream<Uint8Array> {
	const zip = new ZipFile();
	const output = zip.outputStream as PassThrough;
	const left = new AbortController();
	output.once('close', () => left.abort());
	fill(zip, files, day, left.signal).catch((problem: Error) => output.destroy(problem));

	const chunks = output[Symbol.asyncIterator]() as AsyncIterator<Uint8Array>;
	return new ReadableStream(
		{
			async pull(controller) {
				const { value, done } = await chunks.next();
				if (done) controller.close();
				else controller.enqueue(value);
			},
			cancel() {
				output.destroy();
			}
		},
		{ highWaterMark: 0 }
	);
}

async function fill(
	zip: ZipFile,
	files: AsyncIterable<ZipEntry>,
	day: string,
	left: AbortSignal
): Promise<void> {
	const output = zip.outputStream as PassThrough;
	// In local time, as the format has it: so the bytes are the same in every time zone.
	const mtime = new Date(`${day}T12:00:00`);
	for await (const { name, bytes } of files) {
		if (output.destroyed) return;
		const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
		zip.addBuffer(buffer, name, { mtime, compress: false, forceDosTimestamp: true });
		if (!(await hasRoom(output, left))) return;
	}
	zip.end();
}

/** Waits for the reader; false when the reader has left. */
async function hasRoom(output: PassThrough, left: AbortSignal): Promise<boolean> {
	// A destroyed stream says that it has room, and its end is told only later.
	if (output.destroyed) return false;
	if (!output.writableNeedDrain) return true;
	return once(output, 'drain', { signal: left }).then(
		() => true,
		() => false
	);
}
