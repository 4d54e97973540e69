import type { VoteShape } from '../domain/scoring/vote-shape.ts';
import type { Scene } from '../domain/workshop/views.ts';
import type { CluePhase, Gathering } from '../domain/workshop/workshop.ts';
import * as m from '../paraglide/messages.js';
import { shapeWords } from './vote-words.ts';

/** What a facilitator wants to know at each moment of a workshop. */
export interface Guide {
	/** What happens now, as an advice. */
	heading: string;
	say: string;
	time: string;
	watch: string;
}

type Words = { [K in keyof Guide]: () => string };

/** The guide for what the room does now. */
export function guideFor(scene: Scene): Guide {
	if (scene.kind === 'clues') return clueGuide(scene);
	return speak(wordsFor(scene));
}

function wordsFor(scene: Exclude<Scene, { kind: 'clues' }>): Words {
	if (scene.kind === 'focus') return focus[scene.state];
	if (scene.kind === 'promises') return promises[scene.weighing];
	if (scene.kind === 'who-we-are') return pictures[picturePhase(scene)];
	if (scene.kind === 'voices') return voices[scene.hasBegun ? 'reading' : 'writing'];
	if (scene.kind === 'give-get') return giveGet[scene.isShown ? 'shown' : 'writing'];
	return plain[scene.kind];
}

function clueGuide(scene: Extract<Scene, { kind: 'clues' }>): Guide {
	if (scene.phase !== 'revealed') return speak(clues[scene.phase]);
	const shape = scene.first?.shape ?? null;
	return {
		heading: m.guide_clues_revealed_heading(),
		say: m.guide_clues_revealed_say({ question: shapeWords(shape).question }),
		time: m.guide_clues_revealed_time(),
		watch: m.guide_clues_revealed_watch({ watch: watchWords(shape) })
	};
}

const watches: Record<VoteShape, () => string> = {
	agreement: m.guide_watch_agreement,
	spread: m.guide_watch_spread,
	'two-camps': m.guide_watch_two_camps,
	'one-far-off': m.guide_watch_one_far_off
};

function watchWords(shape: VoteShape | null): string {
	return shape ? watches[shape]() : m.guide_watch_unknown();
}

function speak({ heading, say, time, watch }: Words): Guide {
	return { heading: heading(), say: say(), time: time(), watch: watch() };
}

const plain: Record<
	Exclude<Scene['kind'], 'clues' | 'who-we-are' | 'voices' | 'give-get' | 'focus' | 'promises'>,
	Words
> = {
	lobby: {
		heading: m.guide_lobby_heading,
		say: m.guide_lobby_say,
		time: m.guide_lobby_time,
		watch: m.guide_lobby_watch
	},
	welcome: {
		heading: m.guide_welcome_heading,
		say: m.guide_welcome_say,
		time: m.guide_welcome_time,
		watch: m.guide_welcome_watch
	},
	questions: {
		heading: m.guide_questions_heading,
		say: m.guide_questions_say,
		time: m.guide_questions_time,
		watch: m.guide_questions_watch
	},
	talk: {
		heading: m.guide_talk_heading,
		say: m.guide_talk_say,
		time: m.guide_talk_time,
		watch: m.guide_talk_watch
	},
	close: {
		heading: m.guide_close_heading,
		say: m.guide_close_say,
		time: m.guide_close_time,
		watch: m.guide_close_watch
	},
	ended: {
		heading: m.guide_ended_heading,
		say: m.guide_ended_say,
		time: m.guide_ended_time,
		watch: m.guide_ended_watch
	}
};

const clues: Record<Exclude<CluePhase, 'revealed'>, Words> = {
	reading: {
		heading: m.guide_clues_reading_heading,
		say: m.guide_clues_reading_say,
		time: m.guide_clues_reading_time,
		watch: m.guide_clues_reading_watch
	},
	voting: {
		heading: m.guide_clues_voting_heading,
		say: m.guide_clues_voting_say,
		time: m.guide_clues_voting_time,
		watch: m.guide_clues_voting_watch
	},
	'voting-again': {
		heading: m.guide_clues_voting_again_heading,
		say: m.guide_clues_voting_again_say,
		time: m.guide_clues_voting_again_time,
		watch: m.guide_clues_voting_again_watch
	},
	'revealed-again': {
		heading: m.guide_clues_revealed_again_heading,
		say: m.guide_clues_revealed_again_say,
		time: m.guide_clues_revealed_again_time,
		watch: m.guide_clues_revealed_again_watch
	}
};

function picturePhase({ pictures, isSettled }: Extract<Scene, { kind: 'who-we-are' }>) {
	if (isSettled) return 'settled';
	return pictures.length > 0 ? 'grouping' : 'writing';
}

const pictures: Record<'writing' | 'grouping' | 'settled', Words> = {
	writing: {
		heading: m.guide_who_writing_heading,
		say: m.guide_who_writing_say,
		time: m.guide_who_writing_time,
		watch: m.guide_who_writing_watch
	},
	grouping: {
		heading: m.guide_who_grouping_heading,
		say: m.guide_who_grouping_say,
		time: m.guide_who_grouping_time,
		watch: m.guide_who_grouping_watch
	},
	settled: {
		heading: m.guide_who_settled_heading,
		say: m.guide_who_settled_say,
		time: m.guide_who_settled_time,
		watch: m.guide_who_settled_watch
	}
};

const voices: Record<'writing' | 'reading', Words> = {
	writing: {
		heading: m.guide_voices_writing_heading,
		say: m.guide_voices_writing_say,
		time: m.guide_voices_writing_time,
		watch: m.guide_voices_writing_watch
	},
	reading: {
		heading: m.guide_voices_reading_heading,
		say: m.guide_voices_reading_say,
		time: m.guide_voices_reading_time,
		watch: m.guide_voices_reading_watch
	}
};

const giveGet: Record<'writing' | 'shown', Words> = {
	writing: {
		heading: m.guide_give_get_writing_heading,
		say: m.guide_give_get_writing_say,
		time: m.guide_give_get_writing_time,
		watch: m.guide_give_get_writing_watch
	},
	shown: {
		heading: m.guide_give_get_shown_heading,
		say: m.guide_give_get_shown_say,
		time: m.guide_give_get_shown_time,
		watch: m.guide_give_get_shown_watch
	}
};

const focus: Record<Gathering, Words> = {
	waiting: {
		heading: m.guide_focus_waiting_heading,
		say: m.guide_focus_waiting_say,
		time: m.guide_focus_waiting_time,
		watch: m.guide_focus_waiting_watch
	},
	open: {
		heading: m.guide_focus_open_heading,
		say: m.guide_focus_open_say,
		time: m.guide_focus_open_time,
		watch: m.guide_focus_open_watch
	},
	closed: {
		heading: m.guide_focus_closed_heading,
		say: m.guide_focus_closed_say,
		time: m.guide_focus_closed_time,
		watch: m.guide_focus_closed_watch
	}
};

const promises: Record<Gathering, Words> = {
	waiting: {
		heading: m.guide_promises_waiting_heading,
		say: m.guide_promises_waiting_say,
		time: m.guide_promises_waiting_time,
		watch: m.guide_promises_waiting_watch
	},
	open: {
		heading: m.guide_promises_open_heading,
		say: m.guide_promises_open_say,
		time: m.guide_promises_open_time,
		watch: m.guide_promises_open_watch
	},
	closed: {
		heading: m.guide_promises_closed_heading,
		say: m.guide_promises_closed_say,
		time: m.guide_promises_closed_time,
		watch: m.guide_promises_closed_watch
	}
};
