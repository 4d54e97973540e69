import { commentsCsv } from '$lib/content/comments-csv';
import { expect, test } from 'vitest';
import { someResults } from '../../support/results';

test('a file of comments has one row for each, without scores, and says what stays back', () => {
	const texts = ['We ask, and hear “no”.', '=HYPERLINK("http://x")'];
	const results = someResults({
		comments: [
			{ group: 'whole', texts, count: 2, kept: null },
			{ group: 'team-2', texts: [], count: 0, kept: 'few-writers' }
		]
	});
	const [head, ...rows] = commentsCsv(results).split('\r\n');
	expect(head).toBe('\uFEFFgroup,lens,comment,rule');
	expect(rows[0]).toBe('Northwind Foods,member,"We ask, and hear “no”.",');
	// Spreadsheets run what begins with “=”.
	expect(rows[1]).toContain(`"'=HYPERLINK`);
	expect(rows[2]).toMatch(/^Sales,member,hidden,"?Fewer than 8 people wrote/);
});
