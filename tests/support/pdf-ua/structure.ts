import {
	catalog,
	dictionary,
	list,
	resolve,
	type Dictionary,
	type Pdf,
	type Value
} from './read-pdf';

/** A node of the structure tree, with its role as readers understand it. */
export interface Element {
	role: string;
	own: Dictionary;
	children: Element[];
	/** The numbers of marked content, each with the page it is on. */
	content: { page: string; id: number }[];
	/** Annotations, such as links. */
	objects: string[];
	parent: Element | null;
}

export function structure(pdf: Pdf): Element[] {
	const root = dictionary(pdf, catalog(pdf)['/StructTreeRoot']);
	const roles = dictionary(pdf, root['/RoleMap']);
	return list(pdf, root['/K']).map((kid) => elementOf(pdf, kid, { roles, page: '', parent: null }));
}

interface Place {
	roles: Dictionary;
	page: string;
	parent: Element | null;
}

function elementOf(pdf: Pdf, value: Value, { roles, page, parent }: Place): Element {
	const own = dictionary(pdf, value);
	const here = (own['/Pg'] as string | undefined) ?? page;
	const name = own['/S'] as string;
	const role = ((roles[name] as string | undefined) ?? name).slice(1);
	const element: Element = { role, own, children: [], content: [], objects: [], parent };
	for (const kid of list(pdf, own['/K'])) add(pdf, element, kid, { roles, page: here });
	return element;
}

function add(pdf: Pdf, element: Element, kid: Value, { roles, page }: Omit<Place, 'parent'>): void {
	const found = resolve(pdf, kid);
	if (typeof found === 'number') {
		element.content.push({ page, id: found });
		return;
	}
	const own = dictionary(pdf, kid);
	if (own['/Type'] === '/MCR') {
		const on = (own['/Pg'] as string | undefined) ?? page;
		element.content.push({ page: on, id: own['/MCID'] as number });
	} else if (own['/Type'] === '/OBJR') {
		element.objects.push(own['/Obj'] as string);
	} else {
		element.children.push(elementOf(pdf, kid, { roles, page, parent: element }));
	}
}

export function everyElement(elements: readonly Element[]): Element[] {
	return elements.flatMap((element) => [element, ...everyElement(element.children)]);
}
