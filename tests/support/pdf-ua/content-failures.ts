import { marksOf } from './content';
import { failing } from './failing';
import {
	dictionary,
	list,
	pages,
	resolve,
	streamBytes,
	type Page,
	type Pdf,
	type Value
} from './read-pdf';
import type { Element } from './structure';

/** Everything that is painted is either an artifact or called for by the structure tree, once. */
export function contentFailures(pdf: Pdf, elements: readonly Element[]): string[] {
	const called = new Map<string, number[]>();
	for (const { page, id } of elements.flatMap(({ content }) => content))
		called.set(page, [...(called.get(page) ?? []), id]);
	return pages(pdf).flatMap((page, at) =>
		pageFailures(pdf, page, called.get(page.reference) ?? []).map(
			(failure) => `${failure}, page ${at + 1}`
		)
	);
}

function pageFailures(pdf: Pdf, { dictionary: page }: Page, called: number[]): string[] {
	const stream = list(pdf, page['/Contents'])
		.map((part) => streamBytes(pdf, part))
		.join('\n');
	const { ids, unmarked, mixed, isBalanced } = marksOf(stream);
	const [there, wanted] = [new Set(ids), new Set(called)];
	return failing([
		['01-003 or 01-004 tags and artifacts in each other', mixed > 0],
		[`01-005 painted without a mark: ${unmarked.slice(0, 3).join(' ')}`, unmarked.length > 0],
		['marks that do not end', !isBalanced],
		['01-005 content that nothing calls for', [...there].some((id) => !wanted.has(id))],
		['content that is not there', [...wanted].some((id) => !there.has(id))],
		['content with one number twice', there.size < ids.length],
		['content that is called for twice', wanted.size < called.length],
		['30-001 drawing that refers to another file', hasReference(pdf, page['/Resources'])],
		['30-002 marked content in a drawing', hasMarks(pdf, page['/Resources'])]
	]);
}

function drawings(pdf: Pdf, resources: Value | undefined): Value[] {
	const all = Object.values(dictionary(pdf, dictionary(pdf, resources)['/XObject']));
	const forms = all.filter((each) => dictionary(pdf, each)['/Subtype'] === '/Form');
	return forms.flatMap((each) => [each, ...drawings(pdf, dictionary(pdf, each)['/Resources'])]);
}

function hasReference(pdf: Pdf, resources: Value | undefined): boolean {
	return drawings(pdf, resources).some((each) => resolve(pdf, dictionary(pdf, each)['/Ref']));
}

/** A drawing may be painted in two places; what is tagged inside would then be in both. */
function hasMarks(pdf: Pdf, resources: Value | undefined): boolean {
	return drawings(pdf, resources).some((each) => marksOf(streamBytes(pdf, each)).ids.length > 0);
}
