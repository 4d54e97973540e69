import { momentsOf } from '$lib/domain/scoring/moments';
import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';

/** Standard normal numbers that are the same on every run. */
export function normals(seed: number): () => number {
	const random = xoroshiro128plus(seed);
	return () => {
		const radius = Math.sqrt(-2 * Math.log(1 - uniformFloat64(random)));
		return radius * Math.cos(2 * Math.PI * uniformFloat64(random));
	};
}

interface Organization {
	sizes: readonly number[];
	/** True mean of a team in a dimension, in points. */
	mean: (team: number, dimension: number) => number;
	dimensions?: number;
	/** Within teams: spread of a dimension score, and what two dimensions of a person share of it. */
	sd?: number;
	shared?: number;
	/** Answers in steps of four five-point items, cut at the ends of the scale; else continuous scores. */
	asAnswers?: boolean;
}

const STEP = 6.25;

/** Teams of simulated people with moments, as `fidelity` takes them. */
export function simulateTeams(normal: () => number, organization: Organization) {
	const { sizes, mean, dimensions = 8, sd = 20, shared = 0.417, asAnswers = false } = organization;
	const asAnswer = (score: number) => Math.min(100, Math.max(0, Math.round(score / STEP) * STEP));
	return sizes.map((n, team) => {
		const people = Array.from({ length: n }, () => {
			const mood = normal() * Math.sqrt(shared);
			return Array.from({ length: dimensions }, (_, dimension) => {
				const score = mean(team, dimension) + sd * (mood + normal() * Math.sqrt(1 - shared));
				return asAnswers ? asAnswer(score) : score;
			});
		});
		return { team: `team-${team}`, people, moments: momentsOf(people, dimensions) };
	});
}
