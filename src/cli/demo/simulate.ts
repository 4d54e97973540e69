import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import type { Answers } from '../../lib/domain/answers.ts';
import { itemsOf, scaleRange } from '../../lib/domain/instrument/form.ts';
import type { Instrument, Item } from '../../lib/domain/instrument/instrument.ts';

/** How a group of people sees each dimension on average, 0 (monolith) to 100 (hologram). */
export type Profile = Readonly<Record<string, number>>;

interface Crowd {
	instrument: Instrument;
	form: string;
	profile: Profile;
	people: number;
	seed: number;
	/** Asked at the end, with points of their own in the profile. */
	outcomes?: readonly { id: string }[];
}

/** Spreads in points: people differ in their general mood, in each dimension, and in each answer. */
const MOOD_SPREAD = 10;
const DIMENSION_SPREAD = 9;
const ANSWER_SPREAD = 21;
const NOT_SURE_SHARE = 0.03;
const OUTCOMES_SEED = 5_000_000;

/** Answers of made-up people who share a profile. The same seed gives the same people, whatever else they are asked. */
export function simulateAnswers({ outcomes = [], ...crowd }: Crowd): Answers[] {
	const { instrument, profile, seed } = crowd;
	const { uniform, normal } = chanceFrom(seed + OUTCOMES_SEED);
	return simulateForm(crowd).map((answers) => {
		const mood = MOOD_SPREAD * normal();
		const more = outcomes.map(({ id }) => [
			id,
			uniform() < NOT_SURE_SHARE
				? null
				: answerAt(instrument, { key: 1 }, (profile[id] ?? 50) + mood + ANSWER_SPREAD * normal())
		]);
		return { ...answers, ...Object.fromEntries(more) };
	});
}

function chanceFrom(seed: number) {
	const generator = xoroshiro128plus(seed);
	const uniform = () => uniformFloat64(generator);
	const normal = () => Math.sqrt(-2 * Math.log(1 - uniform())) * Math.cos(2 * Math.PI * uniform());
	return { uniform, normal };
}

function simulateForm({ instrument, form, profile, people, seed }: Crowd): Answers[] {
	const { uniform, normal } = chanceFrom(seed);
	const items = itemsOf(instrument, form);

	return Array.from({ length: people }, () => {
		const mood = MOOD_SPREAD * normal();
		const view = Object.fromEntries(
			instrument.dimensions.map(({ id }) => [
				id,
				(profile[id] ?? 50) + mood + DIMENSION_SPREAD * normal()
			])
		);
		return Object.fromEntries(
			items.map((item) => [
				item.id,
				uniform() < NOT_SURE_SHARE
					? null
					: answerAt(instrument, item, view[item.dimension]! + ANSWER_SPREAD * normal())
			])
		);
	});
}

/** The answer that lies nearest to these points. */
function answerAt(instrument: Instrument, { key }: Pick<Item, 'key'>, points: number): number {
	const { low, high } = scaleRange(instrument);
	const keyed = Math.round(low + (points / 100) * (high - low));
	const clipped = Math.min(Math.max(keyed, low), high);
	return key === 1 ? clipped : low + high - clipped;
}
