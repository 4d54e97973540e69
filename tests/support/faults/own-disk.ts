import { execFileSync, spawnSync } from 'node:child_process';
import {
	chmodSync,
	closeSync,
	mkdtempSync,
	openSync,
	rmSync,
	truncateSync,
	writeSync
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sleep } from '../load/measure.ts';

/** Linux's word to a file system to end at once and to forget what it has not yet written: a power cut, for the files. */
const SHUTDOWN = '0x8004587d';
const WITHOUT_FLUSHING = 2;

/** A small disk with a file system of its own, in a file. */
export interface OwnDisk {
	folder: string;
	/** Leaves no room on it; gives back how to make room again. */
	fill(): () => void;
	/** What was not synced is gone, and until the power is back every program that uses the disk gets errors. */
	cutPower(): void;
	/** Once nobody uses it any more. */
	powerOn(): Promise<void>;
	remove(): Promise<void>;
}

/** Makes one; null without the right to, which is root's. */
export function ownDisk(megabytes: number): OwnDisk | null {
	if (process.getuid?.() !== 0) return null;
	const home = mkdtempSync(join(tmpdir(), 'holoscope-disk-'));
	const image = join(home, 'image');
	const folder = mkdtempSync(join(home, 'files-'));
	closeSync(openSync(image, 'w'));
	truncateSync(image, megabytes * 1024 * 1024);
	execFileSync('mkfs.ext4', ['-q', '-m', '0', image]);
	const mount = () => execFileSync('mount', ['-o', 'loop', image, folder]);
	const unmount = async () => {
		for (let tries = 0; spawnSync('umount', [folder]).status !== 0; tries++) {
			if (tries === 100) throw new Error(`Somebody still uses ${folder}.`);
			await sleep(100);
		}
	};
	mount();
	// Others than root are to make folders in it.
	chmodSync(home, 0o711);
	chmodSync(folder, 0o1777);

	return {
		folder,
		fill() {
			const filler = join(folder, 'filler');
			writeUntilFull(filler);
			return () => rmSync(filler);
		},
		cutPower() {
			const word = `open my $f, '<', $ARGV[0]; my $how = pack 'L', ${WITHOUT_FLUSHING}; ioctl $f, ${SHUTDOWN}, $how or die $!`;
			execFileSync('perl', ['-e', word, folder]);
		},
		async powerOn() {
			await unmount();
			mount();
		},
		async remove() {
			await unmount();
			rmSync(home, { recursive: true });
		}
	};
}

function writeUntilFull(file: string): void {
	const descriptor = openSync(file, 'w');
	try {
		for (let size = 1024 * 1024; size >= 512; size /= 2) {
			const bytes = Buffer.alloc(size, 1);
			try {
				for (;;) writeSync(descriptor, bytes);
			} catch (problem) {
				if ((problem as NodeJS.ErrnoException).code !== 'ENOSPC') throw problem;
			}
		}
	} finally {
		closeSync(descriptor);
	}
}
