import { expect, test } from 'vitest';
import { mayGoOn, verdictOf } from '../../../src/cli/audit';

/** As npm 10 and 11 write it. */
const report = (found: Record<string, string>) => {
	const severities = Object.values(found);
	const count = (severity: string) => severities.filter((each) => each === severity).length;
	const vulnerabilities = { low: count('low'), high: count('high'), critical: count('critical') };
	return JSON.stringify({
		auditReportVersion: 2,
		vulnerabilities: Object.fromEntries(
			Object.entries(found).map(([name, severity]) => [name, { name, severity }])
		),
		metadata: { vulnerabilities }
	});
};
const refused = JSON.stringify({
	message: '405 Method Not Allowed',
	statusCode: 405,
	error: { summary: '', detail: '' }
});

test.each([
	['nothing is known', report({}), 'clean', /No serious/],
	['little is known', report({ pad: 'low' }), 'clean', /No serious/],
	['something serious is known', report({ pad: 'low', pg: 'high' }), 'weak', /: pg$/],
	['the list cannot be asked', refused, 'not-asked', /^NOT AUDITED: 405/],
	['nothing comes back', '', 'not-asked', /^NOT AUDITED/],
	['something else comes back', '<html>', 'not-asked', /^NOT AUDITED/]
])('says so when %s', (_, output, outcome, words) => {
	expect(verdictOf(output)).toEqual({ outcome, words: expect.stringMatching(words) });
});

test.each([
	[report({}), true, true],
	[report({ pg: 'critical' }), true, false],
	[report({ pg: 'critical' }), false, false],
	[refused, false, true],
	[refused, true, false]
])('%s, required %s: goes on %s', (output, isRequired, expected) => {
	expect(mayGoOn(verdictOf(output), isRequired)).toBe(expected);
});
