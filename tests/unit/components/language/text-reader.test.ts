import { TextReader } from '$lib/components/language/text-reader';
import { expect, test } from 'vitest';

/** A worker that answers when the test says so. */
class HeldWorker extends EventTarget {
	requests: { id: number; text: string }[] = [];
	postMessage(request: { id: number; text: string }) {
		this.requests.push(request);
	}
	answer(id: number, words: number) {
		const data = { id, reading: { words, sentences: 1, marks: [] } };
		this.dispatchEvent(new MessageEvent('message', { data }));
	}
	terminate() {}
}
const options = { kind: 'memo' } as const;
const reader = (worker: HeldWorker) => new TextReader(worker as unknown as Worker);

test('while it reads, only the newest wish waits, and the others come back empty', async () => {
	const worker = new HeldWorker();
	const lens = reader(worker);
	const [first, second, third] = ['a', 'b', 'c'].map((text) => lens.read(text, options));
	worker.answer(worker.requests[0]!.id, 1);
	worker.answer(worker.requests[1]!.id, 3);

	expect(await first).toBeUndefined();
	expect(await second).toBeUndefined();
	expect((await third)?.words).toBe(3);
	expect(worker.requests.map(({ text }) => text)).toEqual(['a', 'c']);
});

test('two readers of one worker get their own answers', async () => {
	const worker = new HeldWorker();
	const [one, other] = [reader(worker), reader(worker)];
	const [a, b] = [one.read('a', options), other.read('b', options)];
	worker.answer(worker.requests[1]!.id, 2);
	worker.answer(worker.requests[0]!.id, 1);

	expect((await a)?.words).toBe(1);
	expect((await b)?.words).toBe(2);
});

test('goes on in the page when the worker cannot start, or there is none', async () => {
	const worker = new HeldWorker();
	const lens = reader(worker);
	const reading = lens.read('My people met.', options);
	worker.dispatchEvent(new Event('error'));

	expect((await reading)?.marks.map(({ rule }) => rule)).toEqual(['my-people']);
	expect((await new TextReader(undefined).read('Two words.', options))?.words).toBe(2);
});
