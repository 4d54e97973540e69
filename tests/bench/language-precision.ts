/**
 * How right the language lens is on sentences of our own, rule by rule. The held-out sentences were written before the
 * rules and only measured; they come from the same hand, so texts from elsewhere will fare worse. `--faults` lists what
 * went wrong in the development part. To reach: precision of 0.9 overall.
 *
 *   node tests/bench/language-precision.ts [--faults]
 */
import { languageRules } from '../../src/lib/content/language-rules.ts';
import { lensOf } from '../../src/lib/domain/language/lens.ts';
import { labeledSentences } from '../support/language/labeled.ts';
import { fitsOf, precision, recall, type Fit } from '../support/language/precision.ts';

const lens = lensOf(languageRules);
for (const part of ['development', 'held-out'] as const) {
	const sentences = labeledSentences(part);
	const { overall, byRule, faults } = fitsOf(lens, sentences);
	const unmarked = sentences.filter(({ rules }) => rules.length === 0).length;
	console.log(`\n${part}: ${sentences.length} sentences, ${unmarked} of them without a mark`);
	console.log(row('rule', 'precision', 'recall', 'right', 'false', 'missed'));
	for (const [rule, fit] of byRule) console.log(rowOf(rule, fit));
	console.log(rowOf('overall', overall));
	if (process.argv.includes('--faults')) console.log(faults.join('\n'));
}

function rowOf(name: string, fit: Fit): string {
	const { hits, falseAlarms, misses } = fit;
	return row(name, share(precision(fit)), share(recall(fit)), hits, falseAlarms, misses);
}

function row(name: string, ...cells: (string | number)[]): string {
	return name.padEnd(22) + cells.map((cell) => String(cell).padStart(10)).join('');
}

function share(value: number): string {
	return Number.isNaN(value) ? '–' : value.toFixed(2);
}
