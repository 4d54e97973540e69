/** What nobody needs before the first answer of a guess: loaded once the page stands. */
export { default as CheckScreen } from '$lib/components/form/CheckScreen.svelte';
export { default as GuessDone } from './GuessDone.svelte';
export { default as SendingNote } from './SendingNote.svelte';
export { default as TurnedAway } from './TurnedAway.svelte';
