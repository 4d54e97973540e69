import { lensNames } from '../../lib/content/round-words.ts';
import type { LensTally } from '../../lib/domain/analysis/lens-gaps.ts';
import type { Instrument, Lens } from '../../lib/domain/instrument/instrument.ts';
import { contractSchema, freezeContract } from '../../lib/domain/publication/contract.ts';
import type { Publication } from '../../lib/domain/publication/publication.ts';
import { countTallies } from '../../lib/domain/results/counted-round.ts';
import { groupIdOf } from '../../lib/domain/results/group-ids.ts';
import { publishRound, type SameWeeks } from '../../lib/domain/results/publish-round.ts';
import type { Results } from '../../lib/domain/results/results.ts';
import { resultsOf } from '../../lib/domain/results/results-of.ts';
import { DAYS_ASKED_ABOUT } from '../../lib/domain/results/same-weeks.ts';
import type { SheetsOfRound } from '../../lib/domain/results/shared-atoms.ts';
import { formFor, type Round, type Team } from '../../lib/domain/round/round.ts';
import type { Tally } from '../../lib/domain/scoring/tally.ts';
import type { Options } from './options.ts';
import { EXIT, Problem } from './problem.ts';
import { keptSheets, withTeamIds } from './publish-tallies.ts';
import type { RoundAnswers } from './sheet-reader.ts';

/** One file of answers, with the headcounts of its teams. */
export interface FileToPublish {
	lenses: readonly LensTally[];
	/** How members guess that customers see it; null without rows of guesses, or where a mirror cannot be shown. */
	guess: Tally | null;
	headcounts: ReadonlyMap<string, number>;
	/** The option that names the file of headcounts. */
	teamsOption: '--teams' | '--before-teams';
}

/** An earlier file is published first, as it would have been then; what it shows is what a change is read from. */
export interface FilesToPublish {
	now: FileToPublish;
	before: FileToPublish | null;
}

/** Before the name of a team in the earlier round, whose answers are others than those of its namesake now. */
const BEFORE = 'before/';

/**
 * What of these answers may be shown to everybody, by the same gate as results of a round. Throws a Problem where the
 * gate cannot do its work: without members, for teams whose headcount is unknown, or for scores it cannot count.
 */
export async function publishedResults(
	{ now, before }: FilesToPublish,
	instrument: Instrument,
	options: Options
): Promise<Results> {
	const earlier = before && (await roundToPublish('before', before, instrument, options));
	const then = earlier && publishRound(earlier.counted, { ledger: [], previous: null });
	const round = await roundToPublish('answers', now, instrument, options, before);
	const isComparable = earlier?.counted.round.form === round.counted.round.form;
	const publication = publishRound(round.counted, {
		ledger: [],
		previous: isComparable && then ? { publication: then, counted: earlier!.counted } : null,
		sameWeeks: earlier && sameWeeks(round, earlier, then!, options)
	});
	const ledger = [...(isComparable ? then!.entries : []), ...publication.entries];
	const names = {
		member: lensNames.member(),
		leader: lensNames.leader(),
		customer: lensNames.customer(),
		partner: lensNames.partner()
	};
	return resultsOf({ ...round.counted, publication, ledger, promises: [], comments: null, names });
}

/** Two rounds about the same weeks ask the same people about the same: see decision 83. */
function sameWeeks(
	now: ToPublish,
	before: ToPublish,
	published: Publication,
	{ daysBetween }: Options
): SameWeeks | null {
	if (daysBetween! >= DAYS_ASKED_ABOUT || published.entries.length === 0) return null;
	if (!now.sheets || !before.sheets) return 'unknown';
	return { sheets: now.sheets, before: before as SheetsOfRound, published };
}

/** A round with its sheets; null where they were too many to keep. */
type ToPublish = Pick<SheetsOfRound, 'counted'> & { sheets: SheetsOfRound['sheets'] | null };

async function roundToPublish(
	id: 'answers' | 'before',
	file: FileToPublish,
	instrument: Instrument,
	options: Options,
	before: FileToPublish | null = null
): Promise<ToPublish> {
	refuseWhatCannotBeHidden(file);
	const { lenses, guess, headcounts } = file;
	const idOf = (team: string) => (id === 'before' ? `${BEFORE}${team}` : team);
	const teams: Team[] = [...headcounts].map(([name, headcount]) => ({
		id: idOf(name),
		previousId: before?.headcounts.has(name) ? `${BEFORE}${name}` : null,
		name,
		headcount
	}));
	const round = await roundOf(id, file, instrument, options);
	const counted = countTallies(
		{ round, teams, instrument },
		new Map(
			[...lenses, ...(guess ? [{ lens: 'guess' as const, tally: guess }] : [])].map(
				({ lens, tally }) => [lens, withTeamIds(lens, tally, headcounts, idOf)]
			)
		)
	);
	return { counted, sheets: keptSheets(counted.tallies) };
}

/** The guesses of a file that a round could have: beside customers, and asked as they are, one question of a dimension. */
export function publishedGuess(
	{ lenses, guess }: Pick<RoundAnswers, 'lenses' | 'guess'>,
	instrument: Instrument
): Tally | null {
	const formOf = (lens: Lens) => lenses.find((each) => each.lens === lens)?.tally.layout.form;
	const [own, customers] = [formOf('member'), formOf('customer')];
	if (!guess || own === undefined) return null;
	const asked = formFor({ form: own }, 'guess', instrument);
	return customers === asked && guess.layout.form === asked ? guess : null;
}

function refuseWhatCannotBeHidden({ lenses, headcounts, teamsOption }: FileToPublish): void {
	const members = lenses.find(({ lens }) => lens === 'member');
	if (!members) throw data('--publish needs answers of members: the whole is made of them.');
	if (lenses.some(({ tally }) => !tally.layout.isExact))
		throw data('--publish cannot count the scores of this instrument exactly.');
	const strangers = [...members.tally.cells.keys()].filter((team) => !headcounts.has(team)).sort();
	if (strangers.length > 0) {
		const named = strangers.slice(0, 5).map((team) => `“${team}”`);
		throw data(
			`--publish needs the headcount of every team: ${teamsOption} does not have ${named.join(', ')}.`
		);
	}
	const taken = ['member', 'leader', 'customer', 'partner', 'guess'] as const;
	const reserved = taken.map(groupIdOf).find((id) => headcounts.has(id));
	if (reserved)
		throw data(`--publish: no team can be called “${reserved}”, which names everybody of a lens.`);
	const earlier = [...headcounts.keys()].find((team) => team.startsWith(BEFORE));
	if (earlier)
		throw data(`--publish: no team can be called “${earlier}”: “${BEFORE}” stands for what was.`);
}

/** A closed round, as if these answers had been given in one. */
async function roundOf(
	id: 'answers' | 'before',
	{ lenses, guess }: FileToPublish,
	instrument: Instrument,
	{ day, name, publish: k }: Options
): Promise<Round> {
	const { contract, hash } = await freezeContract(
		contractSchema.parse({
			version: 1,
			k,
			lenses: lenses.map(({ lens }) => lens),
			cuts: ['whole', 'team', 'lens', ...(guess ? ['guess'] : [])],
			keptUntil: day
		})
	);
	return {
		id,
		previousId: null,
		organization: name,
		instrument: instrument.id,
		edition: instrument.edition,
		form: lenses.find(({ lens }) => lens === 'member')!.tally.layout.form,
		locale: instrument.locale,
		contract,
		contractHash: hash,
		closesOn: day,
		state: 'closed',
		openedOn: null,
		closedOn: day,
		answersDeletedOn: null,
		version: 1
	};
}

function data(message: string): Problem {
	return new Problem(EXIT.data, message);
}
