import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

const PATH = join('src', 'lib', 'server', 'report', 'worker.ts');

/**
 * The worker runs from its source, in development, in tests and from the build alike: Node reads
 * TypeScript by itself, and templates and fonts lie beside the source. The build stands in the project's
 * folder, so the nearest folder above that has the source is the project.
 */
export function findWorkerFile(from = import.meta.dirname): string {
	for (const start of [from, process.cwd()]) {
		for (let folder = start; ; folder = dirname(folder)) {
			const file = join(folder, PATH);
			if (existsSync(file)) return file;
			if (dirname(folder) === folder) break;
		}
	}
	throw new Error(`The report's worker was not found: ${PATH} belongs beside the build.`);
}
