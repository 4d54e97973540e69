import { z } from 'zod';
import { holoscope } from '../../content/instruments.ts';
import { analysisSchema } from '../../domain/analysis/analysis.ts';
import { ANALYSIS_VERSION } from '../../domain/analysis/version.ts';
import { scoreRequestSchema } from '../../domain/analysis/score-request.ts';
import { personReportRequestSchema } from '../../domain/report/person-report-request.ts';

const problemSchema = z.strictObject({
	error: z.strictObject({
		code: z.string().describe('Stays the same in every language.'),
		message: z.string(),
		problems: z
			.array(z.strictObject({ path: z.string(), reason: z.string() }))
			.optional()
			.describe('Where in the request something is wrong, as in sheets.3.answers.voice-1.')
	})
});

/**
 * The API as OpenAPI 3.1, from the schemas that check requests. Nothing sent to it is stored or logged.
 */
export function openapi() {
	const parts = {
		...components('ScoreRequest', scoreRequestSchema, 'input'),
		...components('ReportRequest', personReportRequestSchema(holoscope), 'input'),
		...components('Analysis', analysisSchema, 'output'),
		...components('Problem', problemSchema, 'output')
	};
	return {
		openapi: '3.1.1',
		info: {
			title: 'Holoscope',
			version: '1',
			description:
				'Stateless: answers are scored and forgotten. The analysis is for the owner of the data; it holds numbers of ' +
				`small groups. Analysis version ${ANALYSIS_VERSION}. A discussion instrument, not a validated test; no norms.`
		},
		paths: {
			'/api/v1/score': {
				post: {
					operationId: 'score',
					summary: 'Scores answer sheets',
					requestBody: jsonContent('ScoreRequest', true),
					responses: {
						200: { description: 'Everything the answers say.', ...jsonContent('Analysis') },
						...problems({
							400: 'The body is not JSON.',
							413: 'The body is larger than 5 MB.',
							415: 'The content type is not application/json.',
							422: 'Something in the request is missing or does not fit.'
						})
					}
				}
			},
			'/api/v1/report.pdf': {
				post: {
					operationId: 'report',
					summary: 'Makes one person’s report',
					requestBody: jsonContent('ReportRequest', true),
					responses: {
						200: {
							description:
								'PDF/UA-1, tagged, with the answers and scores attached as JSON. The same request gives the same bytes.',
							content: { 'application/pdf': { schema: { type: 'string', format: 'binary' } } }
						},
						...problems({
							400: 'The body is not JSON.',
							413: 'The body is larger than 256 kB, or the report would be too long.',
							415: 'The content type is not application/json.',
							422: 'Something in the request is missing, does not fit, or cannot be printed.',
							503: 'Too many reports are being made, or this one took too long. Try again after the seconds in Retry-After.'
						})
					}
				}
			},
			'/api/v1/openapi.json': {
				get: {
					operationId: 'openapi',
					summary: 'This description',
					responses: {
						200: { description: 'OpenAPI 3.1.', content: { 'application/json': {} } }
					}
				}
			},
			'/api/v1/analysis.schema.json': {
				get: {
					operationId: 'analysisSchema',
					summary: 'The JSON Schema of an analysis',
					responses: {
						200: {
							description: 'JSON Schema, draft 2020-12.',
							content: { 'application/schema+json': {} }
						}
					}
				}
			}
		},
		components: { schemas: parts }
	};
}

type JsonSchema = Record<string, unknown>;

/** A schema and the named ones inside it, each where OpenAPI looks for it. */
function components(
	name: string,
	schema: z.ZodType,
	io: 'input' | 'output'
): Record<string, JsonSchema> {
	const moved = JSON.stringify(z.toJSONSchema(schema, { io })).replaceAll(
		'"#/$defs/',
		'"#/components/schemas/'
	);
	const { $defs = {}, ...own } = JSON.parse(moved) as JsonSchema & {
		$defs?: Record<string, JsonSchema>;
	};
	delete own.$schema;
	return { ...$defs, [name]: own };
}

function jsonContent(name: string, required?: true) {
	const schema = { $ref: `#/components/schemas/${name}` };
	return { content: { 'application/json': { schema } }, ...(required && { required }) };
}

function problems(descriptions: Record<number, string>) {
	return Object.fromEntries(
		Object.entries(descriptions).map(([status, description]) => [
			status,
			{ description, ...jsonContent('Problem') }
		])
	);
}
