/** What nobody needs before the first answer: loaded once the page stands. */
export { default as CheckScreen } from './CheckScreen.svelte';
export { default as ResumeCard } from './ResumeCard.svelte';
export { default as StorageNote } from './StorageNote.svelte';
