export interface CalendarEntry {
	/** Stays the same, so that a calendar that gets it twice keeps it once. */
	id: string;
	/** As in 2026-12-18. */
	day: string;
	/** When it was written, a day as well. */
	writtenOn: string;
	title: string;
	text: string;
	link: string;
}

/** One day for a calendar, as iCalendar writes it (RFC 5545): it takes no time of the day. */
export function calendarEntry({ id, day, writtenOn, title, text, link }: CalendarEntry): string {
	return [
		'BEGIN:VCALENDAR',
		'VERSION:2.0',
		'PRODID:-//Holoscope//Promise//EN',
		'CALSCALE:GREGORIAN',
		'BEGIN:VEVENT',
		`UID:${id}@holoscope`,
		`DTSTAMP:${plain(writtenOn)}T000000Z`,
		`DTSTART;VALUE=DATE:${plain(day)}`,
		`SUMMARY:${escaped(title)}`,
		`DESCRIPTION:${escaped(text)}`,
		`URL:${link}`,
		'TRANSP:TRANSPARENT',
		'END:VEVENT',
		'END:VCALENDAR'
	]
		.flatMap(folded)
		.map((line) => `${line}\r\n`)
		.join('');
}

function plain(day: string): string {
	return day.replaceAll('-', '');
}

function escaped(text: string): string {
	return text
		.toWellFormed()
		.replace(/[\\;,]/g, '\\$&')
		.replace(/\r\n|[\r\n]/g, '\\n');
}

const MOST_BYTES = 75;

/** A line may have 75 bytes; what follows goes on behind a space, and no character is cut. */
function folded(line: string): string[] {
	const lines = [''];
	let bytes = 0;
	for (const sign of line) {
		const size = new TextEncoder().encode(sign).length;
		if (bytes + size > MOST_BYTES) {
			lines.push(' ');
			bytes = 1;
		}
		lines[lines.length - 1] += sign;
		bytes += size;
	}
	return lines;
}
