/** Imported into a server that is watched: says its heap after collecting garbage whenever it gets SIGUSR2. */
process.on('SIGUSR2', () => {
	const { gc } = globalThis as { gc?: () => void };
	gc?.();
	gc?.();
	const { heapUsed, external, rss } = process.memoryUsage();
	process.stdout.write(`heap ${heapUsed} external ${external} rss ${rss}\n`);
});
