/** What stands between a form and what it wants; `field` is the id of the place to correct. */
export interface Problem {
	field: string;
	text: string;
}

export function problemAt(problems: readonly Problem[], field: string): string | undefined {
	return problems.find((problem) => problem.field === field)?.text;
}
