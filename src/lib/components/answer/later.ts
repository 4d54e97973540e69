/** What nobody needs before the first answer: loaded once the page stands, so that it is there without a connection. */
export { default as CheckScreen } from '$lib/components/form/CheckScreen.svelte';
export { default as LastLook } from './LastLook.svelte';
export { default as OwnUnavailable } from './OwnUnavailable.svelte';
export { default as SendingNote } from './SendingNote.svelte';
export { default as SomebodyElse } from './SomebodyElse.svelte';
export { default as ThanksScreen } from './ThanksScreen.svelte';
export { default as TurnedAway } from './TurnedAway.svelte';
