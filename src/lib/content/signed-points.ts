/** A difference as it is shown: a whole number with its sign, and a true minus. */
export function signedPoints(difference: number, language: string): string {
	return new Intl.NumberFormat(language, { maximumFractionDigits: 0, signDisplay: 'exceptZero' })
		.format(difference)
		.replace('-', '−');
}
