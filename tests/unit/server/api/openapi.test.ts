import { openapi } from '$lib/server/api/openapi';
import { globSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { typicalSheet } from '../../../support/person-sheets';

const ROUTES = 'src/routes';

/** As in `POST /api/v1/score`. */
function builtAddresses(): string[] {
	return globSync('api/v1/**/+server.ts', { cwd: ROUTES }).flatMap((file) => {
		const source = readFileSync(`${ROUTES}/${file}`, 'utf8');
		const methods = [...source.matchAll(/export const (GET|POST|PUT|PATCH|DELETE)\b/g)];
		return methods.map(([, method]) => `${method} /${dirname(file)}`);
	});
}

function describedAddresses(): string[] {
	return Object.entries(openapi().paths).flatMap(([path, methods]) =>
		Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`)
	);
}

describe('the description of the API', () => {
	test('has every address that is built, and no other', () => {
		expect(builtAddresses()).toContain('POST /api/v1/report.pdf');
		expect(describedAddresses().toSorted()).toEqual(builtAddresses().toSorted());
	});

	test('says of a report what the address takes', () => {
		const { schemas } = openapi().components;
		const text = JSON.stringify({ $defs: schemas, $ref: '#/$defs/ReportRequest' });
		const request = z.fromJSONSchema(
			JSON.parse(text.replaceAll('#/components/schemas/', '#/$defs/'))
		);
		expect(request.safeParse({ sheet: typicalSheet() }).error).toBeUndefined();
		expect(request.safeParse({ sheet: typicalSheet(), paper: 'a0' }).success).toBe(false);
		expect(request.safeParse({ paper: 'a4' }).success).toBe(false);
	});

	test('gives every operation a name of its own', () => {
		const names = Object.values(openapi().paths).flatMap((methods) =>
			Object.values(methods).map(({ operationId }) => operationId)
		);
		expect(new Set(names).size).toBe(names.length);
	});
});
