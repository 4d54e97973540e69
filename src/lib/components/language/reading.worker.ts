import { languageRules } from '$lib/content/language-rules';
import { lensOf, type Reading, type ReadingOptions } from '$lib/domain/language/lens';

export interface ReadingRequest extends ReadingOptions {
	id: number;
	text: string;
}
export interface ReadingReply {
	id: number;
	reading: Reading;
}

const lens = lensOf(languageRules);

self.addEventListener('message', ({ data }: MessageEvent<ReadingRequest>) => {
	const { id, text, ...options } = data;
	self.postMessage({ id, reading: lens.read(text, options) } satisfies ReadingReply);
});
