import * as m from '../paraglide/messages.js';

/** What is said to whoever is turned away before anything is done. */
export const turnedAwayWords = {
	'form-too-large': m.turned_away_large_text,
	'form-unreadable': m.turned_away_unreadable_text,
	'too-many-links': m.round_too_many_links,
	'too-many-writes': m.turned_away_writes_text
};
export type TurnedAway = keyof typeof turnedAwayWords;

/** Apart from the words, since every page's script brings the titles along and the server sends the words. */
export const turnedAwayTitles: Record<TurnedAway, () => string> = {
	'form-too-large': m.turned_away_large_title,
	'form-unreadable': m.turned_away_unreadable_title,
	'too-many-links': m.turned_away_links_title,
	'too-many-writes': m.turned_away_links_title
};
