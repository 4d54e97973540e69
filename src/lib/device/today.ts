/** The day on the person's own calendar, as in 2026-11-22. */
export function today(now = new Date()): string {
	const twoDigits = (part: number) => String(part).padStart(2, '0');
	return [now.getFullYear(), twoDigits(now.getMonth() + 1), twoDigits(now.getDate())].join('-');
}
