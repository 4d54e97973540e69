/** Keeps the screen from sleeping while a page shows; gives back how to let it sleep again. */
export function stayAwake(): () => void {
	let lock: WakeLockSentinel | null = null;
	let isOver = false;

	async function hold() {
		if (isOver || document.visibilityState !== 'visible') return;
		try {
			lock = (await navigator.wakeLock?.request('screen')) ?? null;
			if (isOver) await lock?.release();
		} catch {
			// A low battery may forbid it; the screen then sleeps as it always does.
		}
	}
	const again = () => void hold();
	void hold();
	// A page that was hidden has lost its lock.
	document.addEventListener('visibilitychange', again);
	return () => {
		isOver = true;
		document.removeEventListener('visibilitychange', again);
		void lock?.release();
	};
}
