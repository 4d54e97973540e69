import { addDays } from '../../src/lib/domain/round/days.ts';
import { dayOf } from '../../src/lib/domain/round/round.ts';

/** The day that comes so many days after today. */
export function daysAhead(days: number): string {
	return addDays(dayOf(new Date()), days);
}
