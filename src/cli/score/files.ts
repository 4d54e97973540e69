import { createReadStream } from 'node:fs';
import { readFile, stat, writeFile } from 'node:fs/promises';
import { EXIT, Problem } from './problem.ts';

/** A file that is read from its start, piece by piece. */
export interface Source {
	/** “-” for standard input. */
	path: string;
	/** In bytes; null when nobody knows how much is to come. */
	size: number | null;
	pieces: AsyncGenerator<Uint8Array>;
	/** Bytes. */
	readSoFar: () => number;
}

/** Opens a file, or standard input for “-”. Throws a Problem when there is no such file. */
export async function openSource(path: string): Promise<Source> {
	const size = path === '-' ? null : await sizeOf(path);
	let read = 0;
	async function* pieces() {
		const stream =
			path === '-' ? process.stdin : createReadStream(path, { highWaterMark: 2 ** 20 });
		try {
			for await (const bytes of stream as AsyncIterable<Buffer>) {
				read += bytes.length;
				yield bytes;
			}
		} catch (problem) {
			throw fileProblem('read', path, problem);
		}
	}
	return { path, size, pieces: pieces(), readSoFar: () => read };
}

export async function readText(path: string): Promise<string> {
	try {
		return new TextDecoder('utf-8').decode(await readFile(path));
	} catch (problem) {
		throw fileProblem('read', path, problem);
	}
}

/** Writes a file, or standard output for “-”. */
export async function writeOut(path: string, content: string | Uint8Array): Promise<void> {
	if (path === '-') {
		process.stdout.write(content);
		return;
	}
	try {
		await writeFile(path, content);
	} catch (problem) {
		throw fileProblem('write', path, problem);
	}
}

async function sizeOf(path: string): Promise<number> {
	try {
		const { size } = await stat(path);
		return size;
	} catch (problem) {
		throw fileProblem('read', path, problem);
	}
}

const REASONS: Record<string, string> = {
	ENOENT: 'there is no such file',
	EACCES: 'you are not allowed to',
	EISDIR: 'it is a folder',
	ENOSPC: 'the disk is full'
};

export function fileProblem(verb: 'read' | 'write', path: string, problem: unknown): Problem {
	const { code = '', message } = problem as NodeJS.ErrnoException;
	return new Problem(EXIT.file, `Cannot ${verb} ${path}: ${REASONS[code] ?? message}.`);
}
