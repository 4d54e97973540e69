import { createHash } from 'node:crypto';

/** Frames come in multiples of this, so that their size tells nobody on the line what changed in them. */
const FRAME_BYTES = 512;

/** A whole view on its way to everyone with the same role. */
export interface Frame {
	/** Begins with the workshop's revision; the same view always has the same id. */
	id: string;
	bytes: Uint8Array<ArrayBuffer>;
}

/** Writes a view down once, for everyone who gets it. */
export function frameOf(revision: number, view: unknown): Frame {
	const data = JSON.stringify(view);
	const digest = createHash('sha256').update(data).digest('base64url').slice(0, 12);
	const id = `${revision}-${digest}`;
	return { id, bytes: padded(`id: ${id}\nevent: view\ndata: ${data}\n`) };
}

/** An event filled up with a comment, which readers skip, to a multiple of the frame size. */
export function padded(event: string): Uint8Array<ArrayBuffer> {
	const FRAMING = ':\n\n'.length;
	const length = Buffer.byteLength(event) + FRAMING;
	const filling = ' '.repeat((FRAME_BYTES - (length % FRAME_BYTES)) % FRAME_BYTES);
	// A Buffer, which Node's sockets take as it is.
	return Buffer.from(`${event}:${filling}\n\n`);
}
