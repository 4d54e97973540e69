import type { AnswerPort, OpenedSheet, Reply } from './answer-port.ts';

/** How the phone of somebody who takes part reaches the server. */
interface Ways {
	post(path: string, body: object): Promise<Said>;
	me(): Promise<(Pick<OpenedSheet, 'answers'> & { hasFinishedQuestions: boolean }) | null>;
}
type Said =
	| { kind: 'done'; body: Record<string, unknown> }
	| { kind: 'refused'; refusal: string; message: string }
	| { kind: 'lost' };

/** The questions of a workshop, answered like those of any round: by seat instead of by link. */
export function workshopAnswerPort({ post, me }: Ways): AnswerPort {
	return {
		async open() {
			const own = await me();
			if (!own) return { kind: 'lost', message: null };
			const { answers, hasFinishedQuestions } = own;
			return { kind: 'done', body: { answers, isFinished: hasFinishedQuestions, comment: '' } };
		},
		async save(_mark, answers, finish): Promise<Reply<{ isFinished: boolean }>> {
			const said = await post('answers', { answers, isDone: finish });
			if (said.kind === 'lost') return { kind: 'lost', message: null };
			if (said.kind === 'refused') return said;
			return { kind: 'done', body: { isFinished: said.body.isFinished === true } };
		},
		comment: () => Promise.resolve({ kind: 'lost', message: null }),
		startOver: () => Promise.resolve({ kind: 'lost', message: null })
	};
}
