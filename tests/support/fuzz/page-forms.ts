import { JSDOM } from 'jsdom';

/** A form as a page offers it, with its fields filled as somebody in a hurry would. */
export interface PageForm {
	/** Where it goes, as an address of our own. */
	path: string;
	fields: [name: string, value: string][];
}

/** All forms of a page that write something. */
export function formsOf(html: string, address: string): PageForm[] {
	const { document } = new JSDOM(html, { url: address }).window;
	return [...document.forms]
		.filter(({ method }) => method === 'post')
		.map((form) => {
			const { pathname, search } = new URL(form.action);
			return { path: pathname + search, fields: [...form.elements].flatMap(filled) };
		});
}

function filled(element: Element): [string, string][] {
	const { name, type, value, checked } = element as HTMLInputElement;
	if (!name || ((type === 'radio' || type === 'checkbox') && !checked)) return [];
	return [[name, value || (type === 'number' || name.includes('headcount') ? '7' : 'Lumen')]];
}
