import type { Sheet } from '$lib/domain/sheet';
import * as m from '$lib/paraglide/messages';

/** Hands a file to the browser's downloads. */
export function saveFile(name: string, file: Blob): void {
	const url = URL.createObjectURL(file);
	const link = document.createElement('a');
	link.href = url;
	link.download = name;
	link.click();
	// Some browsers read the file only after this turn.
	setTimeout(() => URL.revokeObjectURL(url), 60_000);
}

/** What a file of this sheet is called, without its ending: words that every system takes. */
export function fileName({ organization, day }: Pick<Sheet, 'organization' | 'day'>): string {
	const safe = organization
		.replace(/[\p{Cc}\p{Cf}\\/:*?"<>|]+/gu, ' ')
		.replace(/\s+/g, ' ')
		.replace(/^[\s.]+|[\s.]+$/g, '');
	return safe
		? m.result_file_name({ organization: [...safe].slice(0, 60).join('').trim(), day })
		: m.result_file_name_plain({ day });
}
