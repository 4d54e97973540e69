/** As much of jsdom as reads a page's forms; it brings no types of its own. */
declare module 'jsdom' {
	export class JSDOM {
		constructor(html: string, options: { url: string });
		readonly window: { readonly document: Document };
	}
}
