import { holoscope } from '../../../src/lib/content/instruments.ts';
import { itemsOf } from '../../../src/lib/domain/instrument/form.ts';
import { newRoundSchema } from '../../../src/lib/domain/round/new-round.ts';
import type { Context } from '../../../src/lib/server/context.ts';
import { createRound } from '../../../src/lib/server/use-cases/create-round.ts';
import { createSingleUseLinks } from '../../../src/lib/server/use-cases/create-single-use-links.ts';
import { openRound } from '../../../src/lib/server/use-cases/open-round.ts';
import { showLinks } from '../../../src/lib/server/use-cases/show-links.ts';
import { daysAhead } from '../days.ts';

/** What people are asked here, as everywhere in these measurements. */
export const ITEMS: readonly string[] = itemsOf(holoscope, 'quick').map(({ id }) => id);

/** An open round of two teams, whose days lie ahead. */
export interface OpenedRound {
	roundId: string;
	teamId: string;
	organizer: string;
	/** The secret of the link for everybody in the team. */
	token: string;
	/** The other team's links, for one person each. */
	singleUse: { teamId: string; tokens: string[] };
}

interface Plan {
	headcount?: number;
	singleUse?: number;
	closesOn?: string;
	keptUntil?: string;
}

/** Plans and opens a round in the place where a server keeps its own. Runs in Node alone. */
export async function openedRoundOn(context: Context, plan: Plan = {}): Promise<OpenedRound> {
	const created = await createRound(context, planned(plan));
	if (created.refusal !== null) throw new Error(created.refusal);
	const { roundId, organizerToken: organizer } = created;
	const refusal = await openRound(context, organizer);
	if (refusal) throw new Error(refusal);

	const shown = await showLinks(context, organizer);
	if (shown.refusal !== null) throw new Error(shown.refusal);
	const [everybody, oneEach] = shown.links.filter(({ lens }) => lens === 'member');
	return {
		roundId,
		teamId: everybody!.teamId!,
		organizer,
		token: everybody!.token,
		singleUse: await singleUseLinks(context, organizer, oneEach!.teamId!, plan.singleUse ?? 0)
	};
}

async function singleUseLinks(context: Context, organizer: string, teamId: string, count: number) {
	if (count === 0) return { teamId, tokens: [] };
	const made = await createSingleUseLinks(context, organizer, { teamId, lens: 'member', count });
	if (made.refusal !== null) throw new Error(made.refusal);
	return { teamId, tokens: made.tokens };
}

function planned({ headcount = 100, closesOn, keptUntil }: Plan) {
	return newRoundSchema.parse({
		organization: 'Lumen',
		form: 'quick',
		contract: {
			version: 1,
			lenses: ['member'],
			cuts: ['whole', 'team', 'lens'],
			keptUntil: keptUntil ?? daysAhead(200)
		},
		closesOn: closesOn ?? daysAhead(20),
		teams: [
			{ name: 'Harbor', headcount },
			{ name: 'Lighthouse', headcount }
		]
	});
}
