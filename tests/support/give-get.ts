import type { Entry, GiveAndGet, Party } from '../../src/lib/domain/give-get/give-get.ts';
import fc from 'fast-check';

/** Parties and entries in short: `ana: person` and `get ana > ben: price list`; ids are names and places. */
export function giveAndGet(
	parties: Record<string, Party['kind']>,
	entries: string[] = []
): GiveAndGet {
	return {
		parties: Object.entries(parties).map(([id, kind]) => ({ id, name: id, kind })),
		entries: entries.map((line, place) => {
			const [, side, from, to, text] = /^(get|give) (\S+) > (\S+): (.+)$/.exec(line)!;
			return {
				id: `${side}-${place}`,
				side: side as Entry['side'],
				from: from!,
				to: to!,
				text: text!
			};
		}),
		same: [],
		different: []
	};
}

const TEXTS = ['price list', 'price list of May', 'samples', 'open tickets', 'answers to tickets'];

/** Any picture of up to six parties, with nothing confirmed yet. */
export const anyGiveAndGet: fc.Arbitrary<GiveAndGet> = fc
	.array(fc.constantFrom<Party['kind']>('person', 'team', 'customer', 'partner'), {
		minLength: 2,
		maxLength: 6
	})
	.chain((kinds) => {
		const place = fc.nat(kinds.length - 1);
		const entry = fc.record({
			side: fc.constantFrom<Entry['side']>('get', 'give'),
			from: place,
			to: place,
			text: fc.constantFrom(...TEXTS)
		});
		return fc.array(entry, { maxLength: 24 }).map((entries) => ({
			parties: kinds.map((kind, at) => ({ id: `p${at}`, name: `Party ${at}`, kind })),
			entries: entries
				.filter(({ from, to }) => from !== to)
				.map(({ side, from, to, text }, at) => ({
					id: `e${at}`,
					side,
					from: `p${from}`,
					to: `p${to}`,
					text
				})),
			same: [],
			different: []
		}));
	});
