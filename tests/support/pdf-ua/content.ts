/** One operator of a content stream with what stands before it, as it is written. */
interface Operation {
	operator: string;
	operands: string[];
}

const TOKEN =
	/%[^\r\n]*|\((?:\\[\s\S]|\([^()]*\)|[^()\\])*\)|<<|>>|<[0-9A-Fa-f\s]*>|[[\]]|\/[^\s()<>[\]/%]*|[^\s()<>[\]/%]+/g;
const OPERAND = /^(?:[(<>[\]/]|[-+.\d]|true$|false$|null$)/;

function operations(stream: string): Operation[] {
	const found: Operation[] = [];
	let operands: string[] = [];
	for (const [token] of stream.matchAll(TOKEN)) {
		if (token.startsWith('%')) continue;
		if (OPERAND.test(token)) {
			operands.push(token);
		} else {
			found.push({ operator: token, operands });
			operands = [];
		}
	}
	return found;
}

const PAINTS = new Set('f F f* B B* b b* S s sh Do Tj TJ \' " BI'.split(' '));

export interface Marks {
	/** The numbers by which the structure tree calls for this page's content. */
	ids: number[];
	/** Operators that paint outside both tags and artifacts. */
	unmarked: string[];
	/** Where tagged content lies in an artifact, or an artifact in tagged content. */
	mixed: number;
	isBalanced: boolean;
}

type Mark = 'tag' | 'artifact' | 'other';

/** What is marked on a page, and what is not. */
export function marksOf(stream: string): Marks {
	const marks: Marks = { ids: [], unmarked: [], mixed: 0, isBalanced: true };
	const open: Mark[] = [];
	for (const { operator, operands } of operations(stream)) {
		if (operator === 'BDC' || operator === 'BMC') {
			const id = numberOf(operands);
			if (id !== null) marks.ids.push(id);
			const mark = operands[0] === '/Artifact' ? 'artifact' : id === null ? 'other' : 'tag';
			if (isMixed(open, mark)) marks.mixed++;
			open.push(mark);
		} else if (operator === 'EMC') {
			if (open.pop() === undefined) marks.isBalanced = false;
		} else if (PAINTS.has(operator) && open.every((mark) => mark === 'other')) {
			marks.unmarked.push(operator);
		}
	}
	return { ...marks, isBalanced: marks.isBalanced && open.length === 0 };
}

function numberOf(operands: string[]): number | null {
	const at = operands.indexOf('/MCID');
	return at < 0 ? null : Number(operands[at + 1]);
}

function isMixed(open: Mark[], mark: Mark): boolean {
	return (
		(mark === 'tag' && open.includes('artifact')) || (mark === 'artifact' && open.includes('tag'))
	);
}
