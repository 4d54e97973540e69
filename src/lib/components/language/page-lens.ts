import { languageRules } from '$lib/content/language-rules';
import { lensOf } from '$lib/domain/language/lens';

/** The lens for a page whose browser has no worker for it. */
export const pageLens = lensOf(languageRules);
