import { turnedAwayWords, type TurnedAway } from '$lib/content/turned-away-words';
import { turnedAwayStatus } from '$lib/server/turn-away';
import { error } from '@sveltejs/kit';
import type { PageServerLoad } from './$types';

/** What the hooks show whoever is turned away: always an error, in the look of the app. */
export const load: PageServerLoad = ({ params }) => {
	const why = Object.keys(turnedAwayWords).find((each) => each === params.why);
	if (!why) error(404);
	const turnedAway = why as TurnedAway;
	error(turnedAwayStatus[turnedAway], { message: turnedAwayWords[turnedAway](), turnedAway });
};
