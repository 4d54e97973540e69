/** The addresses that a facilitator hands out. */
export interface RoomLinks {
	/** With the code in it; null once nobody can join any more. */
	join: string | null;
	present: string;
	recap: string;
	/** Whether this is the first facilitator, who hands out links. */
	isOwner: boolean;
	hasCoFacilitator: boolean;
}
