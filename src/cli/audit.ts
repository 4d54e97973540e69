/**
 * Holds what ships against the registry's list of known weaknesses: `npm run audit`. It fails when there is a serious one.
 * Where the list cannot be asked (no network, a mirror without it) it says so and fails only with AUDIT=required.
 */
import { spawnSync } from 'node:child_process';

export interface Verdict {
	outcome: 'clean' | 'weak' | 'not-asked';
	words: string;
}

const SERIOUS = ['high', 'critical'] as const;

/** What `npm audit --json` has found, or why it found nothing out. */
export function verdictOf(output: string): Verdict {
	const report = parsed(output);
	const counts = report?.metadata?.vulnerabilities;
	if (!counts) {
		const reason =
			report?.message ?? report?.error?.summary ?? 'npm gave no answer that can be read';
		return { outcome: 'not-asked', words: `NOT AUDITED: ${reason}` };
	}
	const serious = SERIOUS.reduce((sum, severity) => sum + (counts[severity] ?? 0), 0);
	if (serious === 0)
		return { outcome: 'clean', words: 'No serious weakness is known in what ships.' };
	const names = Object.entries(report.vulnerabilities ?? {})
		.filter(([, { severity }]) => SERIOUS.some((each) => each === severity))
		.map(([name]) => name);
	return { outcome: 'weak', words: `Serious weaknesses are known: ${names.join(', ')}` };
}

/** Whether a run may go on after this. */
export function mayGoOn({ outcome }: Verdict, isRequired: boolean): boolean {
	return outcome === 'clean' || (outcome === 'not-asked' && !isRequired);
}

interface Report {
	message?: string;
	error?: { summary?: string };
	metadata?: { vulnerabilities?: Record<string, number> };
	vulnerabilities?: Record<string, { severity: string }>;
}

function parsed(output: string): Report | null {
	try {
		return JSON.parse(output) as Report;
	} catch {
		return null;
	}
}

if (import.meta.main) {
	const { stdout } = spawnSync('npm', ['audit', '--omit=dev', '--json', '--fetch-retries=1'], {
		encoding: 'utf8',
		shell: process.platform === 'win32'
	});
	const verdict = verdictOf(stdout ?? '');
	const isFine = mayGoOn(verdict, process.env.AUDIT === 'required');
	(verdict.outcome === 'clean' ? console.log : console.error)(verdict.words);
	if (!isFine) process.exitCode = 1;
}
