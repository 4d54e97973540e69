import type { Publication } from '../publication/publication.ts';
import type { YesOrNo } from './finding-ids.ts';
import type { Shown } from './results.ts';

/** Reads a publication's findings by their ids; null for one that was never asked for. */
export interface ShownFindings {
	number(id: string): Shown<number> | null;
	word<Word extends string>(id: string): Shown<Word> | null;
	yesNo(id: string): Shown<boolean> | null;
	/** Throws unless the finding is there and shown. */
	valueOf(id: string): number;
	saysYes(id: string): boolean;
}

export function shownFindings({ findings }: Pick<Publication, 'findings'>): ShownFindings {
	const byId = new Map(findings.map(({ id, shown }) => [id, shown]));
	const find = <T>(id: string) => (byId.get(id) ?? null) as Shown<T> | null;
	const get = <T>(id: string): T => {
		const finding = find<T>(id);
		if (finding?.as !== 'value') throw new Error(`The publication does not show ${id}.`);
		return finding.value;
	};
	return {
		number: find<number>,
		word: find,
		valueOf: get<number>,
		saysYes: (id) => get<YesOrNo>(id) === 'yes',
		yesNo(id) {
			const finding = find<YesOrNo>(id);
			return finding?.as === 'value' ? { as: 'value', value: finding.value === 'yes' } : finding;
		}
	};
}
