import { holoscope } from '../../src/lib/content/instruments.ts';
import { itemsOf } from '../../src/lib/domain/instrument/form.ts';

/**
 * Who may do what: every address, every method, every kind of visitor, and the status that answers.
 * Visitors put the secret they hold where an address has one: nobody gets further with a secret of another kind.
 */
export const visitors = [
	'nobody',
	'participant',
	'other-participant',
	'facilitator',
	'co-facilitator',
	'presenter',
	'recap-reader',
	'organizer',
	'results-reader',
	'answerer',
	/** Holds the link of this address that was taken back. */
	'revoked',
	/** A seat that the server does not know any more. */
	'expired',
	/** Secrets and cookies that nobody ever gave out. */
	'garbage'
] as const;
export type Visitor = (typeof visitors)[number];

/** One status for everybody, or one for some, those first whom the door is for, and another for the rest. */
type Expected = number | ({ else: number } & Partial<Record<Visitor, number>>);

export interface Door {
	/** As the folders of `src/routes` name it. */
	route: string;
	/** A method, or `POST ?/action` of a page. */
	method: string;
	json?: unknown;
	/** Of a page's action that reads nothing of its form, there is none. */
	form?: Record<string, string>;
	expected: Expected;
	/** What it does cannot be undone: whoever comes next needs links of their own. */
	spoils?: true;
}

/** Stands for the mark of the sheet that the page was opened with. */
export const SHEET_MARK = '(mark of the sheet)';
/** Stands for the join code of the workshop. */
export const JOIN_CODE = '(join code)';

export function expectedStatus({ expected }: Door, visitor: Visitor): number {
	return typeof expected === 'number' ? expected : (expected[visitor] ?? expected.else);
}

const organizer = (status: number) => ({ organizer: status, revoked: 410, else: 404 });
const resultsReader = (status: number) => ({ 'results-reader': status, revoked: 410, else: 404 });
const answerer = (status: number) => ({ answerer: status, revoked: 410, else: 404 });
/** Without a device's key there is no sheet to write on, whatever the link. */
const sheetOwner = (status: number) => ({ ...answerer(status), garbage: 409 });
const sentAnswers = [{ item: itemsOf(holoscope, 'quick')[0]!.id, value: 3, revision: 1 }];

const facilitators = (status: number) => ({
	facilitator: status,
	'co-facilitator': status,
	else: 404
});
const owner = (status: number) => ({ facilitator: status, 'co-facilitator': 403, else: 404 });
const recapReader = (status: number) => ({ 'recap-reader': status, else: 404 });
const seated = (status: number) => ({ participant: status, else: 403 });

const proposal = {
	words: 'Ask a customer every Monday',
	serves: 'They hear from us before they complain',
	dimension: 'voice',
	owner: 'Ada',
	dueOn: '2099-01-01'
};
const text = { step: 'voices', key: '0b54cf7a0cf54d0a9a3c6d9a2f4f2f10' };
const story = {
	...text,
	revision: 1,
	mayKeep: true,
	body: { words: 'Two teams met a customer together', moment: 'hologram' }
};
const followUp = { done: 'yes', helped: 'a-little' };
const csv = { text: 'a,b\n1,2\n' };

const page = (route: string, expected: Expected): Door => ({ route, method: 'GET', expected });
const get = page;
const post = (route: string, json: unknown, expected: Expected): Door => ({
	route,
	method: 'POST',
	json,
	expected
});
const action = (
	route: string,
	name: string,
	form: Record<string, string> | undefined,
	expected: Expected
): Door => ({ route, method: `POST ?/${name}`, form, expected });
const spoiling = (door: Door): Door => ({ ...door, spoils: true });

const [WORKSHOP, FACILITATE] = ['/workshops/[id=workshop]', '/workshops/facilitate/[token]'];
const [ROUND, RESULTS] = ['/rounds/[key]', '/results/[key]'];

export const doors: Door[] = [
	page('/', 200),
	page('/assess', 200),
	page('/assess/result', 200),

	page('/language', 200),
	page('/give-get', 200),
	page('/voices', 200),
	page('/who-we-are', 200),
	// Whatever stands for the reason opens nothing; the two that there are answer with their own error.
	page('/turned-away/[why]', 404),
	get('/healthz', 200),
	get('/readyz', 200),

	get('/api/v1/analysis.schema.json', 200),
	get('/api/v1/openapi.json', 200),
	post('/api/v1/score', { sheets: [] }, 200),
	// Whose answers these are, only the sender knows; without any there is nothing to print.
	post('/api/v1/report.pdf', {}, 422),

	page('/answer/[key]', answerer(200)),
	post('/answer/[key]/sheet', { sheet: SHEET_MARK }, sheetOwner(200)),
	post('/answer/[key]/answers', { sheet: SHEET_MARK, answers: sentAnswers }, sheetOwner(200)),
	post('/answer/[key]/comment', { sheet: SHEET_MARK, words: 'Well' }, sheetOwner(200)),
	// Only a member whose own answers are in may guess how customers would answer.
	page('/answer/[key]/guess', answerer(303)),
	post('/answer/[key]/guess/sheet', { sheet: SHEET_MARK }, sheetOwner(409)),
	post('/answer/[key]/guess/answers', { sheet: SHEET_MARK }, sheetOwner(409)),
	spoiling(post('/answer/[key]/somebody-else', undefined, answerer(200))),

	page(RESULTS, resultsReader(200)),
	page(`${RESULTS}/ledger`, resultsReader(200)),
	page(`${RESULTS}/teams/[team]`, resultsReader(200)),
	get(`${RESULTS}/teams/[team]/report.pdf`, resultsReader(200)),
	get(`${RESULTS}/reports.zip`, resultsReader(200)),
	get(`${RESULTS}/report.pdf`, resultsReader(200)),
	get(`${RESULTS}/results.csv`, resultsReader(200)),
	get(`${RESULTS}/comments.csv`, resultsReader(200)),
	get(`${RESULTS}/results.json`, resultsReader(200)),

	page('/rounds/new', 200),
	page('/rounds/deleted', 200),
	action('/rounds/new', 'default', {}, 422),
	page(ROUND, organizer(200)),
	page(`${ROUND}/edit`, organizer(200)),
	// What was typed is wrong in itself, whoever sends it; only its organizer sees the page again.
	action(`${ROUND}/edit`, 'default', {}, organizer(422)),
	page(`${ROUND}/follow`, organizer(200)),
	action(`${ROUND}/follow`, 'default', {}, organizer(422)),
	page(`${ROUND}/branding`, organizer(200)),
	// No picture and no color: wrong in itself, whoever sends it.
	action(`${ROUND}/branding`, 'logo', {}, organizer(422)),
	action(`${ROUND}/branding`, 'accent', {}, organizer(422)),
	action(`${ROUND}/branding`, 'remove-logo', undefined, organizer(200)),
	action(`${ROUND}/branding`, 'remove-accent', undefined, organizer(200)),
	page(`${ROUND}/give-get`, organizer(200)),
	// Wrong in itself, whoever sends it.
	action(`${ROUND}/give-get`, 'default', {}, organizer(422)),
	page(`${ROUND}/import`, organizer(200)),
	action(`${ROUND}/import`, 'look', csv, organizer(200)),
	action(`${ROUND}/import`, 'check', csv, organizer(409)),
	action(`${ROUND}/import`, 'import', csv, organizer(409)),
	{
		route: `${ROUND}/import/refusals.csv`,
		method: 'POST',
		form: csv,
		expected: organizer(409)
	},
	page(`${ROUND}/workshop`, organizer(200)),
	action(`${ROUND}/workshop`, 'default', { team: '' }, organizer(422)),
	page(`${ROUND}/sheets`, organizer(200)),
	page(`${ROUND}/links/[place]`, organizer(200)),
	spoiling(action(`${ROUND}/links/[place]`, 'single-use', { count: '1' }, organizer(200))),
	get(`${ROUND}/links/[place]/single-use.csv`, organizer(200)),
	action(`${ROUND}`, 'open', undefined, organizer(409)),
	action(`${ROUND}`, 'add-organizer', undefined, organizer(200)),
	action(`${ROUND}`, 'delete-round', { organization: 'Another' }, organizer(422)),
	spoiling(action(`${ROUND}/links/[place]`, 'renew', { serial: '1' }, organizer(200))),
	spoiling(action(`${ROUND}/links/[place]`, 'revoke', { serial: '1' }, organizer(200))),
	spoiling(action(`${ROUND}`, 'revoke-organizer', { serial: '1' }, organizer(200))),
	spoiling(action(`${ROUND}`, 'renew-organizer', undefined, organizer(303))),
	// Answers are deleted after the round, not under the hands of those who give them.
	action(`${ROUND}`, 'delete-answers', undefined, organizer(409)),
	spoiling(action(`${ROUND}`, 'close', undefined, organizer(200))),

	// Anybody may plan a workshop; here the plan is missing.
	page('/workshops/new', 200),
	action('/workshops/new', 'default', {}, 422),
	post('/workshops', {}, 400),
	// The code is the way in, and opens the lobby only.
	post('/workshops/join', { code: JOIN_CODE }, 200),
	page('/join', 200),
	get('/j/[code]', 303),
	// Whoever has no seat sees a door without a name on it.
	page(WORKSHOP, 200),
	action(WORKSHOP, 'join', { code: JOIN_CODE }, 303),
	action(WORKSHOP, 'return', { recoveryCode: '0000-0000-0000-0000' }, 404),
	post(`${WORKSHOP}/return`, { recoveryCode: '0000-0000-0000-0000' }, 404),
	get(`${WORKSHOP}/live`, seated(200)),
	get(`${WORKSHOP}/me`, seated(200)),
	post(`${WORKSHOP}/closing`, { wellSpent: 4, withEachOther: 4 }, seated(200)),
	// No questions, no vote, no dots, no proposals and no weighing are open at the end of a workshop.
	post(`${WORKSHOP}/answers`, { answers: sentAnswers }, seated(409)),
	post(
		`${WORKSHOP}/votes`,
		{ dimension: 'voice', ballot: 'first', level: 3, revision: 9 },
		seated(409)
	),
	post(`${WORKSHOP}/dots`, { kind: 'place', dimension: 'voice', placed: 1 }, seated(409)),
	post(`${WORKSHOP}/promises`, proposal, seated(409)),
	post(`${WORKSHOP}/weights`, { promiseId: 'none', weight: 1 }, seated(409)),
	// Nothing is written outside of its step; what is not there can always be taken back.
	post(`${WORKSHOP}/texts`, story, seated(409)),
	post(`${WORKSHOP}/texts/back`, text, seated(200)),
	page(`${WORKSHOP}/recap`, seated(200)),
	get(`${WORKSHOP}/recap/recap.json`, seated(200)),
	get(`${WORKSHOP}/recap/report.pdf`, seated(200)),
	page(`${WORKSHOP}/recap/promises/[promise]`, seated(200)),
	action(`${WORKSHOP}/recap/promises/[promise]`, 'default', followUp, seated(200)),
	get(`${WORKSHOP}/recap/promises/[promise]/promise.ics`, seated(200)),

	page(FACILITATE, facilitators(200)),
	page('/facilitate/[token]', facilitators(200)),
	get(`${FACILITATE}/links`, facilitators(200)),
	get(`${FACILITATE}/live`, facilitators(200)),
	// The room has moved on since the first revision.
	post(`${FACILITATE}/steer`, { revision: 1, command: { kind: 'start' } }, facilitators(409)),
	post(`${FACILITATE}/promises`, proposal, facilitators(409)),
	post(`${FACILITATE}/promises/unmet`, { dimension: 'voice' }, facilitators(409)),
	post(`${FACILITATE}/promises/[promise]`, { kind: 'hide' }, facilitators(409)),
	post(`${FACILITATE}/texts/[text]`, { kind: 'hide' }, facilitators(404)),
	spoiling(post(`${FACILITATE}/links`, undefined, owner(200))),
	spoiling({ route: `${FACILITATE}/co-facilitator`, method: 'DELETE', expected: owner(200) }),
	spoiling(post(`${FACILITATE}/co-facilitator`, undefined, owner(200))),

	page('/present/[token]', { presenter: 200, else: 404 }),
	get('/workshops/present/[token]/live', { presenter: 200, else: 404 }),

	page('/recap/[token]', recapReader(200)),
	get('/recap/[token]/recap.json', recapReader(200)),
	get('/recap/[token]/report.pdf', recapReader(200)),
	page('/recap/[token]/promises/[promise]', recapReader(200)),
	action('/recap/[token]/promises/[promise]', 'default', followUp, recapReader(200)),
	post('/recap/[token]/promises/[promise]', followUp, recapReader(200)),
	get('/recap/[token]/promises/[promise]/promise.ics', recapReader(200))
];
