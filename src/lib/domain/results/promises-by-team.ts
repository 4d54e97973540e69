import type { GroupView, PromiseLine } from './results.ts';

/** Promises in the order of these teams, each with its team's name. */
export function promisesByTeam(
	promises: readonly PromiseLine[],
	teams: readonly Pick<GroupView, 'id' | 'name'>[]
): (PromiseLine & { name: string })[] {
	return teams.flatMap(({ id, name }) =>
		promises.filter(({ team }) => team === id).map((promise) => ({ ...promise, name }))
	);
}
