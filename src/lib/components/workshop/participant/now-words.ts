import { stepWords } from '$lib/content/step-words';
import type { ParticipantView } from '$lib/domain/workshop/views';
import * as m from '$lib/paraglide/messages';

/** What the room does now, for those who do not see the page change. Counts do not change it. */
export function nowWords(view: ParticipantView, nameOf: (dimension: string) => string): string {
	const { scene } = view;
	if (scene.kind === 'lobby') return m.workshop_join_step_lobby();
	if (scene.kind === 'ended') return m.workshop_join_step_ended();
	const step = m.workshop_join_now({ step: stepWords[scene.kind].name() });
	if (scene.kind === 'talk') return `${step}. ${nameOf(scene.dimension)}`;
	if (scene.kind === 'who-we-are' && scene.pictures.length > 0)
		return `${step}. ${scene.isSettled ? m.pictures_now_settled() : m.pictures_now_shown()}`;
	if (scene.kind === 'voices')
		return scene.story ? `${step}. ${m.voices_now_story({ read: scene.read })}` : step;
	if (scene.kind === 'give-get')
		return scene.isShown ? `${step}. ${m.give_get_room_now_shown()}` : step;
	if (scene.kind === 'focus') {
		if (scene.state === 'open') return `${step}. ${m.workshop_join_now_focus_open()}`;
		return scene.state === 'closed' ? `${step}. ${m.workshop_join_now_focus_closed()}` : step;
	}
	if (scene.kind === 'promises')
		return scene.weighing === 'open' ? `${step}. ${m.workshop_join_now_weighing()}` : step;
	if (scene.kind !== 'clues') return step;

	const dimension = nameOf(scene.dimension);
	const phases = {
		reading: () => `${step}. ${dimension}`,
		voting: () => m.workshop_join_now_vote({ dimension }),
		revealed: () => m.workshop_join_now_revealed({ dimension }),
		'voting-again': () => m.workshop_join_now_vote_again({ dimension }),
		'revealed-again': () => m.workshop_join_now_revealed({ dimension })
	};
	return phases[scene.phase]();
}
