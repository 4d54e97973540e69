import type { Moment } from '../domain/workshop/voice.ts';
import * as m from '../paraglide/messages.js';

/** The two kinds of moments that stories are about. */
export const momentWords: Record<Moment, { name: () => string; hint: () => string }> = {
	hologram: { name: m.voices_moment_hologram, hint: m.voices_moment_hologram_hint },
	monolith: { name: m.voices_moment_monolith, hint: m.voices_moment_monolith_hint }
};
