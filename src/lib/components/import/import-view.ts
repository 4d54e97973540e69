/** A column of a file, and what it is taken to hold. */
export interface ColumnOnPage {
	header: string;
	/** A question's id after `item:`, `team`, `lens`, or nothing for a column that is left out. */
	chosen: string;
	note: string | null;
}

export interface ChosenOnPage {
	teamId: string;
	lens: string;
	/** For names that no team has: a team's id, `skip`, or nothing yet. */
	choices: readonly { name: string; value: string }[];
	leavesOut: boolean;
}

/** What a dry run has found. */
export interface CheckedOnPage {
	/** Sheets that can be taken in. */
	count: number;
	/** Whether these very answers are in the round already. */
	isRepeated: boolean;
	places: readonly { words: string; count: number }[];
	skipped: number;
	leftOut: number;
	unknownTeams: readonly { name: string; rows: number }[];
	moreUnknown: number;
	refusedRows: number;
	groups: readonly {
		words: string;
		count: number;
		first: readonly { row: number; value: string }[];
	}[];
	moreGroups: number;
}
