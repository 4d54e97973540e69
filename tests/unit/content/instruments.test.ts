import { holoscope } from '$lib/content/instruments';
import { instrumentSchema } from '$lib/domain/instrument/instrument';
import { expect, test } from 'vitest';

test('our instrument is, as it stands in its file, what the schema reads from it', () => {
	expect(instrumentSchema.parse(holoscope)).toStrictEqual(holoscope);
});
