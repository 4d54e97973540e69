/** What the command ends with; `--help` lists them. */
export const EXIT = { done: 0, unexpected: 1, usage: 2, data: 3, file: 4 } as const;

/** A problem that the person at the keyboard can solve: shown as it is, without a stack. */
export class Problem extends Error {
	readonly exitCode: number;

	constructor(exitCode: number, message: string) {
		super(message);
		this.exitCode = exitCode;
	}
}
