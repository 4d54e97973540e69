import { expect, test } from 'vitest';
import { readRoundForm } from '../../../src/routes/rounds/new/read-form';

const typed = {
	organization: ' Lumen ',
	teamId: [''],
	teamName: ['Harbor'],
	teamHeadcount: ['12'],
	pasted: '',
	lenses: ['member'],
	form: 'quick',
	openness: 'anonymous',
	k: '5',
	closesOn: '2026-12-18',
	keptUntil: '2027-06-30'
};

function sent(
	changes: Partial<Record<keyof typeof typed | 'outcomes', string | string[]>> = {}
): FormData {
	const data = new FormData();
	for (const [name, value] of Object.entries({ ...typed, ...changes }))
		for (const each of [value].flat()) data.append(name, each);
	return data;
}

test('a page filled in well becomes a plan', () => {
	const { plan, problems } = readRoundForm(sent({ lenses: ['customer', 'leader'] }));

	expect(problems).toEqual([]);
	expect(plan).toMatchObject({
		organization: 'Lumen',
		form: 'quick',
		closesOn: '2026-12-18',
		contract: {
			openness: 'anonymous',
			k: 5,
			lenses: ['customer', 'leader', 'member'],
			cuts: ['lens', 'pooled-leaders', 'team', 'whole'],
			keptUntil: '2027-06-30'
		},
		teams: [{ name: 'Harbor', headcount: 12 }]
	});
});

test('the price of control is asked only where that was wished for', () => {
	expect(readRoundForm(sent({ outcomes: 'yes' })).plan?.contract.outcomes).toBe(true);
	expect(readRoundForm(sent()).plan?.contract).not.toHaveProperty('outcomes');
	expect(readRoundForm(sent({ outcomes: 'yes', k: '99' })).typed.outcomes).toBe(true);
});

test('members are always asked', () => {
	expect(readRoundForm(sent({ lenses: ['partner'] })).plan?.contract.lenses).toContain('member');
});

test('teams that are only pasted count, and stand behind the typed ones', () => {
	const { plan } = readRoundForm(sent({ pasted: 'Lighthouse, 7\nDock, 8' }));

	expect(plan?.teams.map(({ name }) => name)).toEqual(['Harbor', 'Lighthouse', 'Dock']);
});

test.each([
	[{ organization: ' ' }, 'organization'],
	[{ organization: 'x'.repeat(121) }, 'organization'],
	[{ teamHeadcount: [''] }, 'team-people-1'],
	[{ teamName: [''] }, 'team-name-1'],
	[{ teamName: [''], teamHeadcount: [''] }, 'team-name-1'],
	[{ pasted: 'Dock' }, 'pasted'],
	[{ lenses: ['everybody'] }, 'lenses'],
	[{ form: '' }, 'form'],
	[{ k: '3' }, 'k'],
	[{ k: '21' }, 'k'],
	[{ k: '' }, 'k'],
	[{ k: '5.5' }, 'k'],
	[{ closesOn: '2026-02-30' }, 'closes-on'],
	[{ keptUntil: '' }, 'kept-until']
])('%o is one problem, at its own place, and loses nothing', (changes, field) => {
	const { plan, problems, typed } = readRoundForm(sent(changes));

	expect(plan).toBeNull();
	expect(problems.map((problem) => problem.field)).toEqual([field]);
	expect(problems[0]!.text).toMatch(/\.|\?/);
	const [name, value] = Object.entries(changes)[0]!;
	if (!name.startsWith('team')) expect(typed).toMatchObject({ [name]: value });
});

test('problems come in the order of the page', () => {
	const { problems } = readRoundForm(sent({ k: '', organization: '', teamHeadcount: ['x'] }));

	expect(problems.map(({ field }) => field)).toEqual(['organization', 'team-people-1', 'k']);
});
