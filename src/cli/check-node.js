// Plain JavaScript that old versions of Node can read, so that they hear what to do instead of a syntax error.
const major = Number.parseInt(process.versions.node, 10);
if (major < 24) {
	console.error(
		[
			`Holoscope runs on Node 24, and this is Node ${process.versions.node}.`,
			'On Linux and Windows, `npm ci` brings Node 24 along: run it again without `--omit=optional`.',
			'Elsewhere, install Node 24 and try again.'
		].join('\n')
	);
	process.exit(1);
}
