import { execFileSync } from 'node:child_process';

const CABLES = 2;

/**
 * Another machine, as far as its network goes: a namespace of Linux with two cables to us, each with an address of its
 * own at the far end. What runs there reaches us by them only.
 */
export interface Machine {
	/** Words before a command that is to run there. */
	enter: readonly string[];
	addresses: readonly string[];
	/** Pulls a cable out of it: nothing passes, nobody is told. */
	unplug(cable: number): void;
	plug(cable: number): void;
	/** Once nothing runs there any more. */
	remove(): void;
}

/** Makes one; null, with words on why, without the right to. */
export function anotherMachine(): Machine | null {
	const name = `holoscope-${process.pid}`;
	try {
		ip('netns', 'add', name);
	} catch {
		console.log(
			'Without root and ip (on Debian: apt-get install iproute2), a silent proxy stands in.'
		);
		return null;
	}
	const there = (...words: string[]) => ip('-n', name, ...words);
	const farEnd = (cable: number) => `hs${process.pid}b${cable}`;
	const addressOf = (cable: number, end: number) =>
		`10.213.${process.pid % 256}.${4 * cable + end}`;
	there('link', 'set', 'lo', 'up');
	const cables = Array.from({ length: CABLES }, (_, cable) => cable);
	for (const cable of cables) {
		const near = `hs${process.pid}a${cable}`;
		ip('link', 'add', near, 'type', 'veth', 'peer', 'name', farEnd(cable), 'netns', name);
		ip('address', 'add', `${addressOf(cable, 1)}/30`, 'dev', near);
		there('address', 'add', `${addressOf(cable, 2)}/30`, 'dev', farEnd(cable));
		ip('link', 'set', near, 'up');
		there('link', 'set', farEnd(cable), 'up');
	}
	return {
		enter: ['nsenter', `--net=/run/netns/${name}`],
		addresses: cables.map((cable) => addressOf(cable, 2)),
		unplug: (cable) => there('link', 'set', farEnd(cable), 'down'),
		plug: (cable) => there('link', 'set', farEnd(cable), 'up'),
		remove: () => ip('netns', 'delete', name)
	};
}

function ip(...words: string[]): void {
	execFileSync('ip', words, { stdio: ['ignore', 'ignore', 'pipe'] });
}
