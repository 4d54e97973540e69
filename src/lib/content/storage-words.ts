import * as m from '../paraglide/messages.js';

/** What people are told when nothing can be saved or read. A problem without words fails to compile where it is shown. */
export const storageWords = {
	'storage-unavailable': m.storage_unavailable,
	'storage-locked': m.storage_locked,
	'storage-full': m.storage_full,
	'storage-read-only': m.storage_read_only
};
