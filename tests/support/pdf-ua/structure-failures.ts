import { failing } from './failing';
import { dictionary, list, text, type Pdf } from './read-pdf';
import { everyElement, type Element } from './structure';

/** ISO 32000-1, 14.8.4. */
const ROLES = new Set(
	(
		'Document Part Art Sect Div BlockQuote Caption TOC TOCI Index NonStruct Private P H H1 H2 H3 H4 H5 H6 L LI Lbl ' +
		'LBody Table TR TH TD THead TBody TFoot Span Quote Note Reference BibEntry Code Link Annot Ruby RB RT RP Warichu ' +
		'WT WP Figure Formula Form'
	).split(' ')
);

/** What may stand in what: ISO 32000-1, tables 336 and 337. */
const CHILDREN: Record<string, string[]> = {
	Table: ['TR', 'THead', 'TBody', 'TFoot', 'Caption'],
	THead: ['TR'],
	TBody: ['TR'],
	TFoot: ['TR'],
	TR: ['TH', 'TD'],
	L: ['LI', 'L', 'Caption'],
	LI: ['Lbl', 'LBody'],
	TOC: ['TOC', 'TOCI', 'Caption']
};
const PARENTS: Record<string, string[]> = {
	TR: ['Table', 'THead', 'TBody', 'TFoot'],
	THead: ['Table'],
	TBody: ['Table'],
	TFoot: ['Table'],
	TH: ['TR'],
	TD: ['TR'],
	LI: ['L'],
	LBody: ['LI'],
	TOCI: ['TOC']
};

export function structureFailures(pdf: Pdf, tree: readonly Element[]): string[] {
	const elements = everyElement(tree);
	return [
		...failing([['no structure tree', elements.length === 0]]),
		...elements.flatMap((element) => elementFailures(pdf, element)),
		...headingFailures(elements),
		...elements.filter(({ role }) => role === 'Table').flatMap((table) => tableFailures(pdf, table))
	];
}

function elementFailures(pdf: Pdf, { role, own, children, parent, content }: Element): string[] {
	const hasWords = text(pdf, own['/Alt']) !== '' || text(pdf, own['/ActualText']) !== '';
	const wrong = children.find((child) => CHILDREN[role] && !CHILDREN[role].includes(child.role));
	const isLost = PARENTS[role] && !PARENTS[role].includes(parent?.role ?? '');
	return failing([
		[`02-001 role ${role}`, !ROLES.has(role)],
		[`09 ${wrong?.role} in ${role}`, wrong !== undefined],
		[`09 ${role} in ${parent?.role}`, isLost ?? false],
		[`09 content right in ${role}`, role in CHILDREN && content.length > 0],
		['13-004 figure without words', role === 'Figure' && !hasWords],
		['17-002 formula without words', role === 'Formula' && !hasWords],
		['19-003 note without a name', role === 'Note' && text(pdf, own['/ID']) === '']
	]);
}

/** Level by level, beginning with the first. */
function headingFailures(elements: readonly Element[]): string[] {
	const headings = elements.filter(({ role }) => /^H[1-6]?$/.test(role));
	const levels = headings.map(({ role }) => Number(role.slice(1)));
	return failing([
		['14-001 no heading at all', headings.length === 0],
		['14-002 first heading is not the first level', levels.length > 0 && levels[0] !== 1],
		['14-003 level left out', levels.some((level, at) => at > 0 && level > levels[at - 1]! + 1)],
		['14-006 headings without level', headings.some(({ role }) => role === 'H')]
	]);
}

/** Rows of one length, and heads that say what they are the head of. */
function tableFailures(pdf: Pdf, table: Element): string[] {
	const rows = everyElement([table]).filter(({ role }) => role === 'TR');
	const heads = everyElement([table]).filter(({ role }) => role === 'TH');
	const lengths = new Set(
		rows.map(({ children }) => children.reduce((sum, cell) => sum + span(pdf, cell), 0))
	);
	return failing([
		[
			'15-003 head without scope',
			heads.some((head) => attribute(pdf, head, '/Scope') === undefined)
		],
		['table without heads', heads.length === 0],
		['rows of different lengths', lengths.size > 1]
	]);
}

function span(pdf: Pdf, cell: Element): number {
	return Number(attribute(pdf, cell, '/ColSpan') ?? 1);
}

function attribute(pdf: Pdf, { own }: Element, name: string) {
	return list(pdf, own['/A'])
		.map((each) => dictionary(pdf, each)[name])
		.find((found) => found !== undefined);
}
