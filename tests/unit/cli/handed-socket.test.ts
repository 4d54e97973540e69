import { expect, test } from 'vitest';
import { handedSocket } from '../../../src/cli/handed-socket';

test.each([
	['systemd hands one over', { LISTEN_FDS: '1', LISTEN_PID: '77' }, { fd: 3 }],
	['systemd hands several over, ours first', { LISTEN_FDS: '2', LISTEN_PID: '77' }, { fd: 3 }],
	['it was handed to our parent', { LISTEN_FDS: '1', LISTEN_PID: '76' }, null],
	['none was handed over', { LISTEN_FDS: '0', LISTEN_PID: '77' }, null],
	['nobody speaks of sockets', {}, null]
])('when %s', (_, environment, expected) => {
	expect(handedSocket(environment, 77)).toEqual(expected);
});
