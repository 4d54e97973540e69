import { failing } from './failing';
import { dictionary, list, resolve, type Dictionary, type Pdf } from './read-pdf';

/** Each font is in the file, whole enough for what is written, and each letter can be read out. */
export function fontFailures(pdf: Pdf): string[] {
	const fonts = Object.values(pdf.objects).flatMap(({ value }) => {
		const found = dictionary(pdf, value);
		const isCid = String(found['/Subtype']).startsWith('/CIDFont');
		return found['/Type'] === '/Font' && !isCid ? [found] : [];
	});
	return [
		...failing([['no font', fonts.length === 0]]),
		...fonts.flatMap((font) => oneFontFailures(pdf, font))
	];
}

function oneFontFailures(pdf: Pdf, font: Dictionary): string[] {
	const [first] = list(pdf, font['/DescendantFonts']);
	const inner = first === undefined ? font : dictionary(pdf, first);
	const described = dictionary(pdf, inner['/FontDescriptor']);
	const program = ['/FontFile', '/FontFile2', '/FontFile3'].some((key) =>
		resolve(pdf, described[key])
	);
	const isWide = font['/Subtype'] === '/Type0';
	const isTrueType = inner['/Subtype'] === '/CIDFontType2';
	return failing([
		['31-009 font that is not in the file', !program],
		['10-001 letters that cannot be read out', resolve(pdf, font['/ToUnicode']) === undefined],
		['31-005 glyphs that are not told apart', isTrueType && inner['/CIDToGIDMap'] === undefined],
		['31-006 unknown encoding', isWide && !/^\/Identity-[HV]$/.test(String(font['/Encoding']))],
		[`31 font of kind ${String(font['/Subtype'])}`, !isWide]
	]);
}
