import type { Answers } from '$lib/domain/answers';
import { hrefOf, stepOf, type Step } from './step';

/** A question with its place in the order and its address. */
export interface Stop {
	id: string;
	text: string;
	number: number;
	href: string;
}
export interface Walk {
	total: number;
	/** What has no answer yet, in the order it is asked. */
	open: Stop[];
	notSure: number;
	/** One answer at least is not “not sure”. */
	saysSomething: boolean;
	step: Step;
	/** The question that the step is at. */
	shown: Stop | undefined;
}

/** How far somebody is on the way through a sheet, and where the step in the address leads. Undefined answers: no sheet. */
export function walkOf(
	asked: readonly { id: string; text: string }[],
	answers: Answers | undefined,
	item: string | null,
	start?: string
): Walk {
	const stops = asked.map(({ id, text }, index) => ({
		id,
		text,
		number: index + 1,
		href: hrefOf(index, Infinity, start)
	}));
	const order = asked.map(({ id }) => id);
	const given = order.map((id) => answers?.[id]);
	const step = stepOf(item, order, answers);
	return {
		total: order.length,
		open: stops.filter((_, index) => given[index] === undefined),
		notSure: given.filter((value) => value === null).length,
		saysSomething: given.some((value) => value != null),
		step,
		shown: step.at === 'item' ? stops[step.index] : undefined
	};
}
