import { networkOf } from '$lib/domain/give-get/network';
import { networkDrawing } from '$lib/server/report/network-drawing';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { anyGiveAndGet, giveAndGet } from '../../../support/give-get';

const anyNames = fc.array(fc.string({ minLength: 1, maxLength: 60 }), {
	minLength: 60,
	maxLength: 60
});

test('every name stands beside its mark, inside the drawing, over no other name', () => {
	fc.assert(
		fc.property(anyGiveAndGet, anyNames, (whole, some) => {
			const { ratio, labels } = networkDrawing({
				...networkOf(whole),
				names: whole.parties.map((_, at) => some[at]!)
			});
			expect(labels.map(({ name }) => name)).toEqual(some.slice(0, whole.parties.length));
			for (const { side, x, y, width, height } of labels) {
				const left = side === 'left' ? x - width : x;
				expect(left).toBeGreaterThanOrEqual(-1e-9);
				expect(left + width).toBeLessThanOrEqual(1 + 1e-9);
				expect(y - height / 2).toBeGreaterThanOrEqual(0);
				expect(y + height / 2).toBeLessThanOrEqual(ratio);
			}
			for (const side of ['left', 'right']) {
				const column = labels.filter((label) => label.side === side).toSorted((a, b) => a.y - b.y);
				for (const [at, label] of column.slice(1).entries())
					expect(label.y - column[at]!.y).toBeGreaterThanOrEqual(label.height - 1e-3);
			}
		})
	);
});

test('two stand low and wide, and sixty still fit on a page with their caption', () => {
	const crowd = (count: number) =>
		giveAndGet(
			Object.fromEntries(Array.from({ length: count }, (_, at) => [`p${at}`, 'person' as const]))
		);
	const ratioOf = (count: number) => {
		const whole = crowd(count);
		return networkDrawing({ ...networkOf(whole), names: whole.parties.map(() => 'x'.repeat(60)) })
			.ratio;
	};
	expect(ratioOf(2)).toBeLessThan(0.2);
	// 170 by 257 mm are free on A4, 176 by 239 mm on US Letter.
	expect(ratioOf(60)).toBeLessThan(1.3);
});
