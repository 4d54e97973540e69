import type { ApiProblem } from '$lib/content/api-words';
import { holoscope } from '$lib/content/instruments';
import { personReportRequestSchema } from '$lib/domain/report/person-report-request';
import { fileAnswer } from '$lib/server/api/file-answer';
import { problemAnswer } from '$lib/server/api/problem-answer';
import { readJson } from '$lib/server/api/read-json';
import { personReportFile } from '$lib/server/report/person-report-file';
import type { RenderRefusal } from '$lib/server/report/renderer';
import type { RequestHandler } from './$types';

/** Fifty-one sheets and long names fit four times over. */
const LARGEST_REQUEST = 256 * 1024;

const requestSchema = personReportRequestSchema(holoscope);

const problems: Record<RenderRefusal, ApiProblem> = {
	'queue-full': 'busy',
	closed: 'busy',
	'too-slow': 'too-slow',
	'too-large': 'too-large',
	unprintable: 'unprintable'
};

/** Answers with one person's report. Needs no cookie, keeps nothing, logs nothing of what it was sent. */
export const POST: RequestHandler = async ({ request, locals: { reports } }) => {
	const read = await readJson(request, requestSchema, LARGEST_REQUEST);
	if (!read.ok) return problemAnswer(read.code, read.problems);

	const file = await personReportFile(reports, holoscope, read.value);
	if (!file.ok) return problemAnswer(problems[file.refusal]);
	return fileAnswer(file.pdf, file.name, 'application/pdf');
};
