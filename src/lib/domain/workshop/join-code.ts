/**
 * Letters that nobody takes for another one, on a screen or read aloud; without vowels, so that no word
 * comes out. Digits stand in places of their own, so a letter is never taken for a digit.
 */
const LETTERS = 'CDFGHJKMNPRTWX';
const DIGITS = '23456789';
const LENGTH = 4;

/** A code as in KTRM-4827, out of random whole numbers from 0 up to, not including, the given one. */
export function newJoinCode(randomBelow: (end: number) => number): string {
	const pick = (signs: string) =>
		Array.from({ length: LENGTH }, () => signs[randomBelow(signs.length)]).join('');
	return `${pick(LETTERS)}-${pick(DIGITS)}`;
}

/** The code that somebody meant, however they wrote it; null for what cannot be one. */
export function readJoinCode(text: string): string | null {
	const signs = text.toUpperCase().replace(/[^A-Z0-9]/g, '');
	const match = new RegExp(`^([${LETTERS}]{${LENGTH}})([${DIGITS}]{${LENGTH}})$`).exec(signs);
	return match ? `${match[1]}-${match[2]}` : null;
}

/** Crockford's 32 signs: no I, L, O and U. */
const SEAT_SIGNS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const SEAT_LENGTH = 16;

/** A person's own recovery code, as in 7K3M-Q2RD-0VXT-94HN: 80 random bits, and all that leads to their answers. */
export function newSeatCode(randomBelow: (end: number) => number): string {
	return Array.from({ length: SEAT_LENGTH }, () => SEAT_SIGNS[randomBelow(SEAT_SIGNS.length)])
		.join('')
		.replace(/(.{4})(?=.)/g, '$1-');
}

/** The recovery code that somebody meant, or null. What looks alike is read alike. */
export function readSeatCode(text: string): string | null {
	const signs = text
		.toUpperCase()
		.replace(/[^A-Z0-9]/g, '')
		.replace(/[IL]/g, '1')
		.replace(/O/g, '0');
	if (signs.length !== SEAT_LENGTH || [...signs].some((sign) => !SEAT_SIGNS.includes(sign)))
		return null;
	return signs.replace(/(.{4})(?=.)/g, '$1-');
}
