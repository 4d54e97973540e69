import { contentFailures } from './content-failures';
import { failing } from './failing';
import { fontFailures } from './font-failures';
import { catalog, dictionary, list, pages, streamBytes, text, type Pdf } from './read-pdf';
import { everyElement, structure } from './structure';
import { structureFailures } from './structure-failures';

/**
 * What a file does against PDF/UA-1, by the numbers of the Matterhorn Protocol 1.1 (PDF Association, 2021): the
 * conditions that a machine can check and that our files could meet at all. They have no forms, media, optional content,
 * encryption or scripts, which is checked as well.
 */
export function matterhornFailures(pdf: Pdf): string[] {
	const tree = structure(pdf);
	return [
		...documentFailures(pdf),
		...contentFailures(pdf, everyElement(tree)),
		...structureFailures(pdf, tree),
		...annotationFailures(pdf),
		...fileFailures(pdf),
		...fontFailures(pdf)
	];
}

const LANGUAGE = /^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/;

function documentFailures(pdf: Pdf): string[] {
	const root = catalog(pdf);
	const metadata = root['/Metadata'] ? streamBytes(pdf, root['/Metadata']) : '';
	const marked = dictionary(pdf, root['/MarkInfo']);
	const shown = dictionary(pdf, root['/ViewerPreferences']);
	return failing([
		['06-001 no metadata', metadata === ''],
		['06-002 no mark of PDF/UA', !/pdfuaid:part(>|=")1/.test(metadata)],
		['06-003 no title in the metadata', !/<dc:title>.*<rdf:li[^>]*>[^<]+</s.test(metadata)],
		['07-001 file name instead of title', shown['/DisplayDocTitle'] !== true],
		['11-006 no language', !LANGUAGE.test(text(pdf, root['/Lang']))],
		['01-007 suspects', marked['/Suspects'] === true],
		['not marked as tagged', marked['/Marked'] !== true],
		['20 optional content', '/OCProperties' in root],
		['25 forms', '/AcroForm' in root],
		['26 encryption', '/Encrypt' in (pdf.objects.trailer!.value as object)]
	]);
}

function annotationFailures(pdf: Pdf): string[] {
	const linked = new Map(
		everyElement(structure(pdf)).flatMap(({ role, objects }) =>
			objects.map((object) => [object, role] as const)
		)
	);
	return pages(pdf).flatMap(({ dictionary: page }) => {
		const all = list(pdf, page['/Annots']);
		return [
			...failing([
				['28-008 tab order is not that of the structure', all.length > 0 && page['/Tabs'] !== '/S']
			]),
			...all.flatMap((each) => {
				const { '/Subtype': kind, '/Contents': words } = dictionary(pdf, each);
				return failing([
					['28-002 annotation without a tag', !linked.has(each as string)],
					['28-011 link outside a Link', kind === '/Link' && linked.get(each as string) !== 'Link'],
					['28-012 link without words', kind === '/Link' && text(pdf, words) === ''],
					[`28 annotation of kind ${String(kind)}`, kind !== '/Link']
				]);
			})
		];
	});
}

function fileFailures(pdf: Pdf): string[] {
	const specifications = Object.values(pdf.objects).flatMap(({ value }) => {
		const found = dictionary(pdf, value);
		return '/EF' in found ? [found] : [];
	});
	return specifications.flatMap((each) =>
		failing([
			[
				'21-001 file without both names',
				text(pdf, each['/F']) === '' || text(pdf, each['/UF']) === ''
			]
		])
	);
}
