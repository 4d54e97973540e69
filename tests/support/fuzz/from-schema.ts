import fc from 'fast-check';

/** The words of JSON Schema that the API's description uses. */
export interface JsonSchema {
	$ref?: string;
	type?: string;
	const?: unknown;
	enum?: unknown[];
	anyOf?: JsonSchema[];
	oneOf?: JsonSchema[];
	properties?: Record<string, JsonSchema>;
	required?: string[];
	additionalProperties?: JsonSchema | boolean;
	items?: JsonSchema;
	minItems?: number;
	maxItems?: number;
	minLength?: number;
	maxLength?: number;
	minimum?: number;
	maximum?: number;
}

const MOST_PARTS = 6;
const LONGEST = 80;

/** Bodies that follow a schema of the API's description, as a stranger would make them who has read only that. */
export function fromSchema(
	schema: JsonSchema,
	named: Readonly<Record<string, JsonSchema>>
): fc.Arbitrary<unknown> {
	const follow = (inner: JsonSchema) => fromSchema(inner, named);
	if (schema.$ref) return follow(named[schema.$ref.split('/').at(-1)!]!);
	if ('const' in schema) return fc.constant(schema.const);
	if (schema.enum) return fc.constantFrom(...schema.enum);
	const choices = schema.anyOf ?? schema.oneOf;
	if (choices) return fc.oneof(...choices.map(follow));

	const { minimum = -1e6, maximum = 1e6, minLength = 0, minItems = 0 } = schema;
	switch (schema.type) {
		case 'object':
			return objectOf(schema, follow);
		case 'array':
			return fc.array(follow(schema.items ?? {}), {
				minLength: minItems,
				maxLength: Math.max(minItems, Math.min(schema.maxItems ?? MOST_PARTS, MOST_PARTS))
			});
		case 'string':
			return fc.string({
				unit: 'grapheme',
				minLength,
				maxLength: Math.max(minLength, Math.min(schema.maxLength ?? LONGEST, LONGEST))
			});
		case 'integer':
			return fc.integer({ min: Math.ceil(minimum), max: Math.floor(maximum) });
		case 'number':
			return fc.double({ min: minimum, max: maximum, noNaN: true });
		case 'boolean':
			return fc.boolean();
		case 'null':
			return fc.constant(null);
		default:
			return fc.jsonValue({ maxDepth: 2 });
	}
}

function objectOf(
	{ properties = {}, required = [], additionalProperties }: JsonSchema,
	follow: (inner: JsonSchema) => fc.Arbitrary<unknown>
): fc.Arbitrary<object> {
	const named = fc.record(
		Object.fromEntries(Object.entries(properties).map(([key, inner]) => [key, follow(inner)])),
		{ requiredKeys: required }
	);
	if (typeof additionalProperties !== 'object') return named;
	const others = fc.dictionary(fc.string({ maxLength: 20 }), follow(additionalProperties), {
		maxKeys: MOST_PARTS
	});
	return fc.tuple(others, named).map(([more, own]) => ({ ...more, ...own }));
}
