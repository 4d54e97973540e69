/** The names of the conditions that are broken. */
export function failing(checks: [condition: string, isBroken: boolean][]): string[] {
	return checks.flatMap(([condition, isBroken]) => (isBroken ? [condition] : []));
}
