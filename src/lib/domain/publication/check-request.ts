import { cellId, type Measure, type PublicationRequest } from './request.ts';

/** Throws where a request contradicts itself: a bug in the caller, and no reason to publish. */
export function checkRequest(request: PublicationRequest): void {
	const atoms = unique('atom', request.atoms);
	const groups = unique('group', request.groups);
	const measures = unique('measure', request.measures);
	for (const group of request.groups) {
		unique(
			`atom in ${group.id}`,
			group.atoms.map((id) => ({ id }))
		);
		for (const atom of group.atoms) expect(atoms.has(atom), `unknown atom ${atom}`);
	}
	for (const { parent, children } of request.partitions)
		for (const id of [parent, ...children]) expect(groups.has(id), `unknown group ${id}`);
	unique(
		'cell',
		request.cells.map((cell) => ({ id: cellId(cell) }))
	);
	for (const { group, measure } of request.cells)
		expect(groups.has(group) && measures.has(measure), `unknown cell ${group}/${measure}`);
	for (const measure of request.measures) checkStatistics(measure, request);
}

function checkStatistics({ id, range }: Measure, request: PublicationRequest): void {
	for (const { id: atom, sheets } of request.atoms) {
		const statistic = request.statistics[id]?.[atom];
		if (!statistic) continue;
		const { n, sum } = statistic;
		expect(Number.isInteger(n) && n >= 0 && n <= sheets, `${id}, ${atom}: n is ${n} of ${sheets}`);
		expect(Number.isInteger(sum) && sum >= 0 && sum <= n * range, `${id}, ${atom}: sum is ${sum}`);
	}
}

function unique(what: string, things: readonly { id: string }[]): Set<string> {
	const ids = new Set(things.map(({ id }) => id));
	expect(ids.size === things.length, `a ${what} is given twice`);
	return ids;
}

function expect(holds: boolean, complaint: string): void {
	if (!holds) throw new Error(`This cannot be published: ${complaint}.`);
}
