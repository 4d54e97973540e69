import { holoscope } from '$lib/content/instruments';
import { personDocument } from '$lib/content/report/person-document';
import { personReport } from '$lib/domain/report/person-report';
import type { Sheet } from '$lib/domain/sheet';
import { createTypesetter } from '$lib/server/report/typesetter';
import { expect, test } from 'vitest';
import { answersOf, everyItem } from '../../../support/answers';
import { typicalSheet } from '../../../support/person-sheets';

const typesetter = createTypesetter();
const earlier = [typicalSheet({ day: '2026-05-01' }, 4)];

function typeset(sheet: Sheet) {
	const report = personReport(holoscope, sheet, earlier);
	const document = personDocument({ instrument: holoscope, report, earlier, paper: 'a4' });
	const outcome = typesetter.typeset(document);
	if ('problem' in outcome) throw new Error(outcome.problem);
	return Buffer.from(outcome.pdf);
}

test('the same input gives the same bytes, whatever was made in between', () => {
	const first = typeset(typicalSheet());
	typeset(typicalSheet({ organization: 'Another' }));
	expect(typeset(typicalSheet()).equals(first)).toBe(true);
});

test.each([
	['nothing but monolith', { answers: everyItem('full', 'monolith') }],
	['nothing but “not sure”', { answers: answersOf('full', () => null) }],
	['no answer at all', { answers: {} }],
	['the quick form', { form: 'quick', answers: everyItem('quick', 'hologram') }],
	['the longest name', { organization: 'Ü'.repeat(120) }],
	['markup', { organization: '#import "@preview/x": * $ \\ ] } /* #eval("1")' }],
	['controls and overrides', { organization: 'a\u0000\u0007\u202eb\u2067\ufeffc' }],
	['half a character', { organization: 'x\ud83d y\udc00' }],
	['joiners', { organization: '\u200d\u200ca\u200d\ufe0f' }],
	['stacked marks', { organization: `a${'\u0301\u0323\u0951'.repeat(30)}` }],
	['right to left', { organization: 'شركة الشمال (2026) מזון', lens: 'customer' }],
	['Chinese, Japanese, Korean', { organization: '北風食品株式会社 ノース 북풍 直' }],
	['emoji', { organization: '👩🏽‍🚀👨‍👩‍👧🇩🇪❤️☃' }],
	['scripts that no font has', { organization: '\u{13000}\u{1f8ff}\ue000' }]
] as [string, Partial<Sheet>][])('sets %s', (_, changes) => {
	const pdf = typeset(typicalSheet(changes));
	expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
});
