import { castVote, sentVoteSchema } from '$lib/server/use-cases/cast-vote';
import { asParticipant, outcome } from '$lib/server/workshop-requests';

/** Votes; answers when the vote is on disk. */
export const POST = asParticipant(sentVoteSchema, async (context, seat, vote) =>
	outcome(await castVote(context, seat, vote))
);
