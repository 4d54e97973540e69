import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { killWhileWriting } from '../../../support/kill';

test('a process killed in the middle of writing loses nothing that it acknowledged', async () => {
	const folder = mkdtempSync(join(tmpdir(), 'holoscope-kill-'));
	onTestFinished(() => rmSync(folder, { recursive: true }));

	const { acknowledged, kept } = await killWhileWriting(join(folder, 'holoscope.db'), 6);

	expect(acknowledged.length).toBeGreaterThan(100);
	const there = new Set(kept);
	expect(acknowledged.filter((id) => !there.has(id))).toEqual([]);
	expect(kept).toHaveLength(there.size);
}, 30_000);
