/** Which dimension looks out to the customer, and which one looks in to each other. */
export interface BalanceDimensions {
	outward: string;
	inward: string;
}

/** By themselves in a file, so that counting sheets need not load what judges them. */
export const BALANCE_DIMENSIONS: BalanceDimensions = {
	outward: 'outside-in',
	inward: 'give-and-get'
};
