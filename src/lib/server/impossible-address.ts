/**
 * Whether a part of an address holds the one sign that no name of ours has and that PostgreSQL cannot even look
 * for: such an address leads nowhere, and asking the database would end in a fault.
 */
export function isImpossible(params: Partial<Record<string, string>>): boolean {
	return Object.values(params).some((part) => part?.includes('\0'));
}
