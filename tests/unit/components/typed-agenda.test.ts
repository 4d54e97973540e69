import {
	readAgenda,
	typedAgendaIn,
	typedFrom,
	type TypedAgenda
} from '$lib/components/workshop/create/typed-agenda';
import { agendaFrom } from '$lib/domain/workshop/agenda';
import { expect, test } from 'vitest';

const dimensions = ['voice', 'regard', 'rules', 'roles', 'power'];

function sent(typed: TypedAgenda): FormData {
	const data = new FormData();
	data.set('template', typed.template);
	for (const { kind, minutes, isOn } of typed.steps) {
		data.append('stepKind', kind);
		data.append('stepMinutes', minutes);
		if (isOn) data.append('stepOn', kind);
	}
	for (const id of typed.dimensions) data.append('dimension', id);
	return data;
}

test('an agenda we offer is taken as it is offered', () => {
	const typed = typedAgendaIn(sent(typedFrom('sixty-minutes', dimensions)), dimensions);
	expect(readAgenda(typed, dimensions).agenda).toEqual(agendaFrom('sixty-minutes', dimensions));
});

test('one’s own steps keep their order and minutes; those that are off are left out', () => {
	const own: TypedAgenda = {
		template: 'own',
		steps: [
			{ kind: 'close', minutes: '4', isOn: true },
			{ kind: 'questions', minutes: '9', isOn: false },
			{ kind: 'talk', minutes: '20', isOn: true }
		],
		dimensions: ['roles', 'voice']
	};
	const typed = typedAgendaIn(sent(own), dimensions);
	expect(readAgenda(typed, dimensions)).toEqual({
		agenda: {
			steps: [
				{ kind: 'close', minutes: 4 },
				{ kind: 'talk', minutes: 20 }
			],
			dimensions: ['voice', 'roles']
		},
		problems: []
	});
});

test.each(['', '0', '181', '2.5', 'ten', '-3'])('%j minutes are no minutes', (minutes) => {
	const own: TypedAgenda = {
		template: 'own',
		steps: [{ kind: 'welcome', minutes, isOn: true }],
		dimensions: []
	};
	const { agenda, problems } = readAgenda(own, dimensions);
	expect(agenda).toBeNull();
	expect(problems.map(({ field }) => field)).toEqual(['minutes-welcome']);
});

test('says when there is no step, and when there is nothing to talk about', () => {
	const none = { ...typedFrom('talk-first', dimensions), template: 'own' as const, dimensions: [] };
	expect(readAgenda(none, dimensions).problems.map(({ field }) => field)).toEqual(['dimensions']);
	const off = { ...none, steps: none.steps.map((step) => ({ ...step, isOn: false })) };
	expect(readAgenda(off, dimensions).problems.map(({ field }) => field)).toEqual(['own-steps']);
});

test('steps that are none are not taken, nor is a step twice', () => {
	const data = new FormData();
	data.append('stepKind', 'nonsense');
	data.append('stepKind', 'welcome');
	data.append('stepKind', 'welcome');
	data.append('stepMinutes', '5');
	data.append('stepMinutes', '6');
	data.append('stepOn', 'welcome');
	expect(typedAgendaIn(data, dimensions).steps).toEqual([
		{ kind: 'welcome', minutes: '6', isOn: true }
	]);
});
