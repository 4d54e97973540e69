import * as m from '../paraglide/messages.js';

/** What is said to whoever is turned away before anything is done. */
export const turnedAwayWords = {
	'form-too-large': { title: m.turned_away_large_title, text: m.turned_away_large_text },
	'form-unreadable': { title: m.turned_away_unreadable_title, text: m.turned_away_unreadable_text },
	'too-many-links': { title: m.turned_away_links_title, text: m.round_too_many_links }
};
export type TurnedAway = keyof typeof turnedAwayWords;
