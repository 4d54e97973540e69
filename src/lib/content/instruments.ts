import type { Instrument } from '../domain/instrument/instrument.ts';
import holoscopeEn from './instruments/holoscope-2026.1/en.json' with { type: 'json' };

/**
 * Our own questions in the edition that new sheets are answered with. The file says every default in
 * full, and a test parses it, so that answering pages need not ship the parser.
 */
export const holoscope = holoscopeEn as Instrument;

const instruments = [holoscope];

/** The questions that a round was opened with. Throws for an edition that this server does not have. */
export function instrumentOf({
	instrument,
	edition
}: {
	instrument: string;
	edition: string;
}): Instrument {
	const found = instruments.find((known) => known.id === instrument && known.edition === edition);
	if (!found) throw new RangeError(`There is no edition “${edition}” of “${instrument}” here.`);
	return found;
}
