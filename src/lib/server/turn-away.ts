import type { RequestEvent } from '@sveltejs/kit';
import type { TurnedAway } from '../content/turned-away-words.ts';

export const turnedAwayStatus: Record<TurnedAway, number> = {
	'form-too-large': 413,
	'form-unreadable': 400,
	'too-many-links': 429,
	'too-many-writes': 429
};

type Asked = Pick<RequestEvent, 'request' | 'isDataRequest' | 'fetch'>;

/**
 * The same words for everybody who asks, each in their form: a page for people, an answer to the form or the
 * navigation of a page that is open already, plain text for the rest.
 */
export async function turnAway(
	{ request, isDataRequest, fetch }: Asked,
	why: TurnedAway,
	words: string,
	more: Record<string, string> = {}
): Promise<Response> {
	const status = turnedAwayStatus[why];
	const headers = { ...more, 'cache-control': 'no-store' };
	if (request.headers.has('x-sveltekit-action'))
		return Response.json(
			{ type: 'failure', status, data: formData(words) },
			// The page's script reads the status from the body.
			{ headers }
		);
	if (isDataRequest) return Response.json({ message: words, turnedAway: why }, { status, headers });
	if (!request.headers.get('accept')?.includes('text/html'))
		return new Response(words, {
			status,
			headers: { ...headers, 'content-type': 'text/plain; charset=utf-8' }
		});

	const page = await fetch(`/turned-away/${why}`, { headers: { accept: 'text/html' } });
	const answer = new Response(page.body, page);
	for (const [name, value] of Object.entries(headers)) answer.headers.set(name, value);
	return answer;
}

/** Wherever a form looks for what went wrong, as devalue writes it, the format of SvelteKit's form answers. */
function formData(words: string): string {
	return JSON.stringify([{ outage: 1, problem: 1, message: 1, problems: 2 }, words, []]);
}
