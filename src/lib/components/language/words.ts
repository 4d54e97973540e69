import type { Sureness, TextKind } from '$lib/domain/language/rules';
import * as m from '$lib/paraglide/messages';

export const kindWords: Record<TextKind, { name: () => string; text: () => string }> = {
	memo: { name: m.language_kind_memo, text: m.language_kind_memo_text },
	goals: { name: m.language_kind_goals, text: m.language_kind_goals_text },
	job: { name: m.language_kind_job, text: m.language_kind_job_text },
	outcomes: { name: m.language_kind_outcomes, text: m.language_kind_outcomes_text },
	recognition: { name: m.language_kind_recognition, text: m.language_kind_recognition_text },
	comments: { name: m.language_kind_comments, text: m.language_kind_comments_text }
};

export const sureWords: Record<Sureness, () => string> = {
	clear: m.language_sure_clear,
	likely: m.language_sure_likely,
	hint: m.language_sure_hint
};
