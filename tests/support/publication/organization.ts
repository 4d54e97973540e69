import type { Group, Measure, PublicationRequest } from '$lib/domain/publication/request';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import { uniformInt } from 'pure-rand/distribution/uniformInt';

const lenses = ['member', 'leader', 'customer', 'partner'] as const;

/** A large organization in several rounds: every team by every lens, with the same seed always the same. */
export function largeOrganization({ teams = 500, rounds = 3, dimensions = 8, smallest = 1 } = {}) {
	const random = xoroshiro128plus(7);
	const between = (low: number, high: number) => uniformInt(random, low, high);
	return Array.from({ length: rounds }, (_, i) => requestOf(i + 1));

	function requestOf(round: number): PublicationRequest {
		const measures: Measure[] = [
			measureOf('overall', dimensions > 0 ? names(dimensions) : undefined),
			...names(dimensions).map((d) => measureOf(d))
		];
		const statistics: Record<string, Record<string, { n: number; sum: number }>> = {};
		for (const { id } of measures) statistics[id] = {};
		const atoms: { id: string; sheets: number }[] = [];
		for (let team = 0; team < teams; team += 1)
			for (const lens of lenses) {
				const sheets = lens === 'leader' ? 1 : between(lens === 'member' ? smallest : 0, 14);
				if (sheets === 0) continue;
				const id = `r${round}/t${team}/${lens}`;
				atoms.push({ id, sheets });
				for (const { id: measure, range } of measures) {
					const n = Math.max(0, sheets - (between(0, 9) === 0 ? 1 : 0));
					const sum = Math.round(n * range * (between(20, 80) / 100));
					statistics[measure]![id] = { n, sum };
				}
			}
		const groups = groupsOf(
			round,
			atoms.map(({ id }) => id)
		);
		return {
			id: `round-${round}`,
			isOpen: false,
			atoms,
			measures,
			statistics,
			groups,
			partitions: partitionsOf(round, teams),
			cells: measures.flatMap(({ id }) =>
				groups.map((group) => ({ group: group.id, measure: id, margin: 6 }))
			)
		};
	}

	function groupsOf(round: number, atoms: string[]): Group[] {
		const sketch = (id: string, cut: Group['cut'], lens: Group['lens'], some: string[]): Group => ({
			id,
			cut,
			lens,
			atoms: some,
			headcount: null
		});
		const byTeam = new Map<string, string[]>();
		for (const id of atoms) {
			const team = id.slice(0, id.lastIndexOf('/'));
			byTeam.set(team, [...(byTeam.get(team) ?? []), id]);
		}
		return [
			sketch(`r${round}`, 'whole', null, atoms),
			...lenses.map((lens) =>
				sketch(
					`r${round}/${lens}`,
					'lens',
					lens,
					atoms.filter((id) => id.endsWith(lens))
				)
			),
			...Array.from({ length: teams }, (_, team) =>
				sketch(`r${round}/t${team}`, 'team', null, byTeam.get(`r${round}/t${team}`) ?? [])
			),
			...Array.from({ length: teams }, (_, team) =>
				lenses.map((lens) => {
					const id = `r${round}/t${team}/${lens}`;
					const own = (byTeam.get(`r${round}/t${team}`) ?? []).filter((atom) => atom === id);
					return sketch(`${id}/cell`, 'team-by-lens', lens, own);
				})
			).flat()
		];
	}
}

function partitionsOf(round: number, teams: number) {
	const all = Array.from({ length: teams }, (_, team) => `r${round}/t${team}`);
	return [
		{ parent: `r${round}`, children: all },
		{ parent: `r${round}`, children: lenses.map((lens) => `r${round}/${lens}`) },
		...all.map((team) => ({
			parent: team,
			children: lenses.map((lens) => `${team}/${lens}/cell`)
		})),
		...lenses.map((lens) => ({
			parent: `r${round}/${lens}`,
			children: all.map((team) => `${team}/${lens}/cell`)
		}))
	];
}

function measureOf(id: string, parts?: string[]): Measure {
	const kind = id === 'overall' ? 'overall' : 'dimension';
	return {
		id,
		kind,
		range: 48,
		step: 3,
		scale: { low: 0, high: 100, steps: 100 },
		...(parts && { parts: [parts] })
	};
}

function names(count: number): string[] {
	return Array.from({ length: count }, (_, i) => `dimension-${i + 1}`);
}
