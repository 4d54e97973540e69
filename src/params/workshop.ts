/** The id of a workshop: 144 random bits. */
export function match(param: string): boolean {
	return /^[\w-]{24}$/.test(param);
}
