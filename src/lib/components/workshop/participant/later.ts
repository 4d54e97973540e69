/** What nobody needs before the workshop has begun: loaded once the page stands. */
export { default as OwnExchanges } from './OwnExchanges.svelte';
export { default as OwnTexts } from './OwnTexts.svelte';
export { default as SceneClose } from './SceneClose.svelte';
export { default as SceneEnded } from './SceneEnded.svelte';
export { default as SceneFocus } from './SceneFocus.svelte';
export { default as ScenePromises } from './ScenePromises.svelte';
export { default as SceneGiveGet } from './SceneGiveGet.svelte';
export { default as SceneQuestions } from './SceneQuestions.svelte';
export { default as SceneVoices } from './SceneVoices.svelte';
export { default as SceneWhoWeAre } from './SceneWhoWeAre.svelte';
export { default as VoteReveal } from './VoteReveal.svelte';
