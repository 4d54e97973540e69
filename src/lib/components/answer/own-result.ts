import { valuesOf, type SheetInRound } from '$lib/device/sheet-in-round';
import { today } from '$lib/device/today';
import type { Instrument } from '$lib/domain/instrument/instrument';
import { sheetLink } from '$lib/domain/sheet-link';

/** Where a person sees what their own answers say. The answers are in the fragment, which no server gets. */
export function ownResultHref(
	asked: Pick<Instrument, 'forms' | 'scale'>,
	{ instrument, edition, form, lens, organization, ...sheet }: SheetInRound
): string {
	const own = { instrument, edition, form, lens, organization };
	return `/assess/result#${sheetLink(asked, { ...own, answers: valuesOf(sheet), day: today() })}`;
}
