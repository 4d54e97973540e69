import { execFileSync } from 'node:child_process';

/** A value as qpdf writes it: references as “12 0 R”, names with a slash, texts as “u:…”. */
export type Value = string | number | boolean | null | Value[] | Dictionary;
export interface Dictionary {
	[key: string]: Value;
}

interface Entry {
	value?: Value;
	stream?: { dict: Dictionary; data: string };
}

/** A PDF as its objects, read from the file. */
export interface Pdf {
	objects: Record<string, Entry>;
}

export function readPdf(path: string): Pdf {
	const args = ['--json', '--json-stream-data=inline', '--decode-level=generalized', path];
	const json = execFileSync('qpdf', args, { encoding: 'utf8', maxBuffer: 512 * 1024 * 1024 });
	return { objects: (JSON.parse(json) as { qpdf: [unknown, Record<string, Entry>] }).qpdf[1] };
}

/** What a value stands for: itself, or the object that it refers to. */
export function resolve(pdf: Pdf, value: Value | undefined): Value | undefined {
	if (typeof value !== 'string' || !/^\d+ \d+ R$/.test(value)) return value;
	const entry = pdf.objects[`obj:${value}`];
	return entry?.value ?? entry?.stream?.dict;
}

export function dictionary(pdf: Pdf, value: Value | undefined): Dictionary {
	const found = resolve(pdf, value);
	const isDictionary = typeof found === 'object' && found !== null && !Array.isArray(found);
	return isDictionary ? found : {};
}

/** An array, or the one value that may stand in its place; without what is missing. */
export function list(pdf: Pdf, value: Value | undefined): Value[] {
	const found = resolve(pdf, value);
	if (found === undefined || found === null) return [];
	return Array.isArray(found) ? found : [value!];
}

/** A text without its mark; empty where there is none. */
export function text(pdf: Pdf, value: Value | undefined): string {
	const found = resolve(pdf, value);
	return typeof found === 'string' ? found.replace(/^[ub]:/, '').trim() : '';
}

export function streamBytes(pdf: Pdf, reference: Value): string {
	const stream = pdf.objects[`obj:${reference as string}`]?.stream;
	return Buffer.from(stream?.data ?? '', 'base64').toString('latin1');
}

export function catalog(pdf: Pdf): Dictionary {
	const trailer = pdf.objects.trailer!.value as Dictionary;
	return dictionary(pdf, trailer['/Root']);
}

export interface Page {
	reference: string;
	dictionary: Dictionary;
}

export function pages(pdf: Pdf, node = catalog(pdf)['/Pages']): Page[] {
	const found = dictionary(pdf, node);
	if (found['/Type'] === '/Page') return [{ reference: node as string, dictionary: found }];
	return list(pdf, found['/Kids']).flatMap((kid) => pages(pdf, kid));
}
