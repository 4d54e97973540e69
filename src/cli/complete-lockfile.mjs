// Adds lock entries for optional platform packages that the registry could not serve at lock time, so `npm ci` accepts the lockfile.
import fs from 'node:fs';
const f = 'package-lock.json',
	raw = fs.readFileSync(f, 'utf8'),
	L = JSON.parse(raw);
let n = 0;
const oses = {
	android: 'android',
	darwin: 'darwin',
	linux: 'linux',
	win32: 'win32',
	freebsd: 'freebsd',
	openbsd: 'openbsd',
	openharmony: 'openharmony'
};
for (const [p, e] of Object.entries(L.packages))
	for (const [dep, range] of Object.entries(e.optionalDependencies ?? {})) {
		const k = 'node_modules/' + dep;
		if (L.packages[k] || L.packages[p + '/node_modules/' + dep]) continue;
		const os = Object.keys(oses).find(
			(o) => dep.includes('-' + o + '-') || dep.includes('-' + o) || dep.includes('/' + o + '-')
		);
		const cpu = ['arm64', 'x64', 'ia32', 'arm', 'riscv64', 'ppc64', 's390x', 'loong64'].find((c) =>
			new RegExp(`-${c}(-|$|eabi)`).test(dep)
		);
		L.packages[k] = {
			version: range.replace(/^[\^~]/, ''),
			...(cpu ? { cpu: [cpu] } : {}),
			...(e.dev ? { dev: true } : {}),
			optional: true,
			...(os ? { os: [os] } : {})
		};
		n++;
		if (!os) console.log('no os?', dep);
	}
const root = L.packages[''];
const keys = Object.keys(L.packages)
	.filter((k) => k)
	.sort((a, b) => a.localeCompare(b, 'en'));
L.packages = Object.fromEntries([['', root], ...keys.map((k) => [k, L.packages[k]])]);
fs.writeFileSync(f, JSON.stringify(L, null, /^\t/m.test(raw) ? '\t' : 2) + '\n');
console.log('added', n);
