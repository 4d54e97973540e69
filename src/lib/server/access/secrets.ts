import {
	createCipheriv,
	createDecipheriv,
	createHash,
	createHmac,
	hkdfSync,
	randomBytes
} from 'node:crypto';

/** Bytes in a link: 144 random bits, and 24 characters that fit into a small QR code. */
const TOKEN_BYTES = 18;
const SEED_BYTES = 32;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/** A key of our own rows: random, so that it tells no order. */
export function randomId(): string {
	return randomBytes(TOKEN_BYTES).toString('base64url');
}

/** The secret part of a link. */
export function randomToken(): string {
	return randomBytes(TOKEN_BYTES).toString('base64url');
}

export function randomSeed(): Buffer {
	return randomBytes(SEED_BYTES);
}

/** What the database keeps of a secret: enough to recognize it, not enough to use it. */
export function hashOf(secret: string): string {
	return createHash('sha256').update(secret).digest('base64url');
}

/** Another secret out of a secret, for one purpose. Without the first, nobody can tell what belongs together. */
export function derived(secret: string | Buffer, ...purpose: string[]): Buffer {
	return createHmac('sha256', secret).update(JSON.stringify(purpose)).digest();
}

/** A link's secret that whoever has the round's seed can make again. */
export function derivedToken(seed: Buffer, ...purpose: string[]): string {
	return derived(seed, ...purpose)
		.subarray(0, TOKEN_BYTES)
		.toString('base64url');
}

/** Locks the seed with a link's secret, so that what the database keeps is of no use without the link. */
export function seal(seed: Buffer, token: string): string {
	const nonce = randomBytes(NONCE_BYTES);
	const cipher = createCipheriv('aes-256-gcm', sealingKey(token), nonce);
	const sealed = Buffer.concat([cipher.update(seed), cipher.final()]);
	return Buffer.concat([nonce, cipher.getAuthTag(), sealed]).toString('base64url');
}

/** Throws when the secret is another one, or the sealed text was changed. */
export function unseal(sealed: string, token: string): Buffer {
	const bytes = Buffer.from(sealed, 'base64url');
	const nonce = bytes.subarray(0, NONCE_BYTES);
	const decipher = createDecipheriv('aes-256-gcm', sealingKey(token), nonce);
	decipher.setAuthTag(bytes.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES));
	return Buffer.concat([
		decipher.update(bytes.subarray(NONCE_BYTES + TAG_BYTES)),
		decipher.final()
	]);
}

function sealingKey(token: string): Buffer {
	return Buffer.from(hkdfSync('sha256', token, '', 'holoscope: a round’s seed', 32));
}
