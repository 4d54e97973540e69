import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';

const units = ['holoscope.service', 'holoscope.socket'];
const isInstalled = spawnSync('systemd-analyze', ['--version']).status === 0;

describe.runIf(isInstalled)('systemd (where it is installed)', () => {
	test('finds nothing to complain about in the units', () => {
		const { status, stdout, stderr } = analyze('verify', '--man=no', ...filesFromHere());
		expect(`${stdout}${stderr}`).toBe('');
		expect(status).toBe(0);
	});

	test('rates what the service could do to the machine as little', () => {
		const words = ['--offline=true', '--threshold=25', '--no-pager'];
		const { status, stdout } = analyze('security', ...words, filesFromHere()[0]!);
		expect(status, stdout.split('\n').at(-2)).toBe(0);
	});
});

/** It looks for the command, which is here and not where a server has it. */
function filesFromHere(): string[] {
	const folder = mkdtempSync(join(tmpdir(), 'holoscope-units-'));
	onTestFinished(() => rmSync(folder, { recursive: true }));
	return units.map((name) => {
		const file = join(folder, name);
		const text = readFileSync(join('.config', name), 'utf8');
		writeFileSync(file, text.replaceAll('/opt/holoscope', resolve('.')));
		return file;
	});
}

function analyze(...words: string[]) {
	return spawnSync('systemd-analyze', words, { encoding: 'utf8' });
}
