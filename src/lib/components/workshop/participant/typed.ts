/** What a form at the door shows again after the server said no. */
export interface Typed {
	at: 'alias' | 'join' | 'recovery';
	problem: string;
	alias?: string;
	recoveryCode?: string;
}
