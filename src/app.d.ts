declare global {
	namespace App {
		interface Error {
			/** What to quote when asking for help; the log has it too. */
			id?: string;
		}
	}
}
export {};
