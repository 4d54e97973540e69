import * as m from '../paraglide/messages.js';

/** What an address of the API can refuse. */
export type ApiProblem =
	'not-json' | 'too-large' | 'malformed' | 'invalid' | 'unprintable' | 'busy' | 'too-slow';

/** Where in the request something is wrong, as in `sheet.answers.voice-1`, and why. */
export interface ProblemPath {
	path: string;
	reason: string;
}

export const apiWords: Record<ApiProblem, () => string> = {
	'not-json': m.api_not_json,
	'too-large': m.api_too_large,
	malformed: m.api_malformed,
	invalid: m.api_invalid,
	unprintable: m.api_unprintable,
	busy: m.api_busy,
	'too-slow': m.api_too_slow
};
