import { stepWords } from '$lib/content/step-words';
import type { DimensionWords } from '$lib/content/workshop-dimensions';
import type { Agenda } from '$lib/domain/workshop/agenda';
import type { SteerRequest } from '$lib/domain/workshop/command';
import type { FacilitatorView, Scene } from '$lib/domain/workshop/views';
import * as m from '$lib/paraglide/messages';

export interface Action {
	label: string;
	request: SteerRequest;
}

export interface Actions {
	/** The one thing to do; null once the workshop has ended. */
	main: Action | null;
	next: Action | null;
	back: Action | null;
	/** What is possible besides. */
	other: Action | null;
}

type Dimensions = Readonly<Record<string, DimensionWords>>;

/** What the facilitator can do now. The last step leads to the end, which is asked about first. */
export function actionsFor(view: FacilitatorView, dimensions: Dimensions): Actions {
	const { scene } = view;
	if (scene.kind === 'ended') return { main: null, next: null, back: null, other: null };
	if (scene.kind === 'lobby')
		return { main: act('start', m.room_start()), next: null, back: null, other: null };

	const next = nextAction(view, dimensions);
	const forward = next ?? act('end', m.room_end());
	const back = hasBefore(view) ? act('back', m.room_back()) : null;
	const { main, other } = sceneActions(scene);
	return main ? { main, next, back, other } : { main: forward, next: null, back, other };
}

/** What the scene asks for by itself; nothing where it just goes on. */
function sceneActions(scene: Scene): { main: Action | null; other: Action | null } {
	if (scene.kind === 'clues') return { main: clueAction(scene.phase), other: null };
	if (scene.kind === 'who-we-are') return pictureActions(scene);
	if (scene.kind === 'voices') return voiceActions(scene);
	if (scene.kind === 'give-get') return giveGetActions(scene);
	if (scene.kind === 'focus') return { main: focusAction(scene.state), other: null };
	if (scene.kind === 'promises') return promiseActions(scene);
	return { main: null, other: null };
}

function clueAction(phase: Extract<Scene, { kind: 'clues' }>['phase']): Action | null {
	switch (phase) {
		case 'reading':
			return act('open-vote', m.room_open_vote());
		case 'voting':
			return act('reveal', m.room_reveal());
		case 'revealed':
			return act('vote-again', m.room_vote_again());
		case 'voting-again':
			return act('reveal', m.room_reveal_second());
		case 'revealed-again':
			return null;
	}
}

function focusAction(state: Extract<Scene, { kind: 'focus' }>['state']): Action | null {
	if (state === 'waiting') return act('open-focus', m.room_open_focus());
	return state === 'open' ? act('close-focus', m.room_close_focus()) : null;
}

function pictureActions({ pictures, isSettled, canShow }: Extract<Scene, { kind: 'who-we-are' }>) {
	const isShown = pictures.length > 0;
	const show = canShow && act('show-texts', isShown ? m.pictures_show_more() : m.pictures_show());
	if (isSettled) return { main: null, other: null };
	if (!isShown) return { main: show || null, other: null };
	return { main: act('settle-pictures', m.pictures_settle()), other: show || null };
}

function voiceActions({ read, shown, canShow }: Extract<Scene, { kind: 'voices' }>) {
	const show = act('show-texts', shown === 0 ? m.voices_show() : m.voices_show_more());
	if (read < shown) {
		const next = act('next-text', read === 0 ? m.voices_first() : m.voices_next());
		return { main: next, other: canShow ? show : null };
	}
	return { main: canShow ? show : null, other: null };
}

function giveGetActions({ isShown, canShow }: Extract<Scene, { kind: 'give-get' }>) {
	const show = act('show-texts', isShown ? m.give_get_room_show_more() : m.give_get_room_show());
	if (!canShow) return { main: null, other: null };
	return isShown ? { main: null, other: show } : { main: show, other: null };
}

function promiseActions({ weighing, promises }: Extract<Scene, { kind: 'promises' }>) {
	if (weighing === 'open')
		return { main: act('close-weighing', m.room_close_weighing()), other: null };
	const unweighed = promises.some(({ weight, state }) => !weight && state === 'proposed');
	if (!unweighed) return { main: null, other: null };
	return weighing === 'waiting'
		? { main: act('open-weighing', m.room_open_weighing()), other: null }
		: { main: null, other: act('open-weighing', m.room_open_weighing_again()) };
}

function nextAction(view: FacilitatorView, dimensions: Dimensions): Action | null {
	const isWithin = view.scene.kind === 'clues' || view.scene.kind === 'talk';
	const dimension = isWithin ? view.dimensions[view.clue + 1] : undefined;
	const step = view.steps[view.step + 1];
	if (dimension !== undefined)
		return act('next', m.room_next_to({ name: dimensions[dimension]?.name ?? dimension }));
	return step ? act('next', m.room_next_to({ name: stepWords[step.kind].name() })) : null;
}

function hasBefore({ scene, step, clue }: FacilitatorView): boolean {
	return step > 0 || ((scene.kind === 'clues' || scene.kind === 'talk') && clue > 0);
}

function act(kind: BareKind, label: string): Action {
	return { label, request: { kind } };
}
type BareKind = Exclude<
	SteerRequest['kind'],
	'go-to' | 'choose-clue' | 'start-timer' | 'arrange' | 'name-parties' | 'say-pair'
>;

const NUMBERS = ['questions', 'clues', 'focus'];

/** The agenda with talk in place of everything that ends in numbers, but for the step the room is at. */
export function talkFirstAgenda({ steps, step, dimensions, stage }: FacilitatorView): Agenda {
	const kept = steps.filter(
		({ kind }, at) => (stage === 'running' && at === step) || !NUMBERS.includes(kind)
	);
	if (kept.some(({ kind }) => kind === 'talk')) return { steps: kept, dimensions: [...dimensions] };
	const minutes = steps
		.filter((planned) => !kept.includes(planned))
		.reduce((sum, planned) => sum + planned.minutes, 0);
	const here = stage === 'running' ? kept.indexOf(steps[step]!) : -1;
	const at = here >= 0 ? here + 1 : kept[0]?.kind === 'welcome' ? 1 : 0;
	const talk = { kind: 'talk' as const, minutes: Math.min(180, Math.max(minutes, 15)) };
	return { steps: kept.toSpliced(at, 0, talk), dimensions: [...dimensions] };
}

/** Whether the agenda still has a step, from here on, that a room too small could not take. */
export function asksForNumbers({ steps, step, stage }: FacilitatorView): boolean {
	return (
		stage !== 'ended' &&
		steps.some(({ kind }, at) => (stage === 'lobby' || at >= step) && NUMBERS.includes(kind))
	);
}

const TALK_MINUTES = 4;

/** How long the room's timer runs when nobody says: a talk about one dimension, or the whole step. */
export function stepMinutes({ scene, steps, step }: FacilitatorView): number {
	if (scene.kind === 'clues' || scene.kind === 'talk') return TALK_MINUTES;
	return steps[step]?.minutes ?? TALK_MINUTES;
}
