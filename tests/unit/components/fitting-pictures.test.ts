import { fittingPictures } from '$lib/components/workshop/presenter/fitting-pictures';
import type { Picture } from '$lib/domain/workshop/picture';
import fc from 'fast-check';
import { expect, test } from 'vitest';

const picture = (id: number, ...sentences: string[]): Picture => ({
	id: String(id),
	sentences: sentences.map((words, at) => ({ id: `${id} ${at}`, words }))
});
const short = (id: number) => picture(id, 'the first number they call');
const long = (id: number) => picture(id, 'a'.repeat(200));

test('a few short pictures are shown in large words', () => {
	const pictures = Array.from({ length: 6 }, (_, at) => short(at));
	expect(fittingPictures(pictures, 'settled')).toEqual({ size: 'large', shown: pictures });
});

test('many or long ones are shown in small words, as many as fit', () => {
	const { size, shown } = fittingPictures(
		Array.from({ length: 40 }, (_, at) => long(at)),
		'settled'
	);
	expect(size).toBe('compact');
	expect(shown.length).toBeGreaterThan(3);
	expect(shown.length).toBeLessThan(10);
});

test('while the room still puts them together there is place for more', () => {
	const pictures = Array.from({ length: 40 }, (_, at) => short(at));
	const count = (state: 'grouping' | 'settled') => fittingPictures(pictures, state).shown.length;
	expect(count('grouping')).toBeGreaterThan(count('settled'));
});

test('they keep their order, and the first one is always there', () => {
	const anyPicture = fc
		.array(fc.string({ minLength: 1, maxLength: 200 }), { minLength: 1, maxLength: 12 })
		.map((sentences) => picture(0, ...sentences));
	fc.assert(
		fc.property(fc.array(anyPicture, { minLength: 1, maxLength: 60 }), (pictures) => {
			const { shown } = fittingPictures(pictures, 'settled');
			expect(shown.length).toBeGreaterThan(0);
			expect(shown).toEqual(pictures.slice(0, shown.length));
		})
	);
});
