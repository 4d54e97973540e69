const KEY = 'holoscope-give-get';

/** Keeps the picture on the device, at once, so that a reload right after a press loses nothing. Says whether it could. */
export function rememberGiveGet(file: string): boolean {
	try {
		localStorage.setItem(KEY, file);
		return true;
	} catch {
		return false;
	}
}

/** What was kept last, as it was kept. */
export function rememberedGiveGet(): string | undefined {
	try {
		return localStorage.getItem(KEY) ?? undefined;
	} catch {
		return undefined;
	}
}

export function forgetGiveGet(): void {
	try {
		localStorage.removeItem(KEY);
	} catch {
		// Where nothing can be deleted, nothing was kept.
	}
}

/** Hears when another tab has changed or deleted the picture, until the returned function is called. */
export function hearOtherTabs(listener: () => void): () => void {
	const hear = ({ key }: StorageEvent) => {
		if (key === KEY || key === null) listener();
	};
	addEventListener('storage', hear);
	return () => removeEventListener('storage', hear);
}
