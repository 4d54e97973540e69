import { globSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { readCoverage, type Coverage } from './glyph-coverage.ts';

const require = createRequire(import.meta.url);

// A weight more in a report is a font more in every file, and a millisecond or two to cut it.
const TEXT_FONTS = [
	'@expo-google-fonts/source-sans-3/400Regular/SourceSans3_400Regular.ttf',
	'@expo-google-fonts/source-sans-3/600SemiBold/SourceSans3_600SemiBold.ttf',
	'@expo-google-fonts/source-serif-4/400Regular/SourceSerif4_400Regular.ttf',
	'@expo-google-fonts/source-serif-4/600SemiBold/SourceSerif4_600SemiBold.ttf'
];

/** The regular sans, which charts are measured with. */
export const CHART_FONT = require.resolve(TEXT_FONTS[0]!);
export const BOLD_FONT = require.resolve(TEXT_FONTS[1]!);
export const CHART_FONT_FAMILY = 'Source Sans 3';

const FALLBACK_FOLDER = join(import.meta.dirname, 'fonts/fallback');
/** Families in the order they are asked; Latin, Greek and Cyrillic are in the text fonts. */
const FALLBACKS = [
	'Arabic',
	'Hebrew',
	'Devanagari',
	'Bengali',
	'Gurmukhi',
	'Gujarati',
	'Tamil',
	'Telugu',
	'Kannada',
	'Malayalam',
	'Sinhala',
	'Thai',
	'Lao',
	'Khmer',
	'Myanmar',
	'Georgian',
	'Armenian',
	'Ethiopic',
	'Han',
	'Japanese',
	'Emoji',
	'Symbols',
	'Pictographs',
	'Mathematics'
];

export interface ReportFonts {
	paths: string[];
	/** What each font can show, for deciding what to print. */
	coverages: Coverage[];
}

export function loadFonts(): ReportFonts {
	const paths = [
		...TEXT_FONTS.map((path) => require.resolve(path)),
		...globSync('*.{ttf,otf}', { cwd: FALLBACK_FOLDER })
			.sort()
			.map((name) => join(FALLBACK_FOLDER, name))
	];
	return { paths, coverages: paths.map((path) => readCoverage(readFileSync(path))) };
}

const KANA = /[\u3040-\u30ff\u31f0-\u31ff\uff66-\uff9f]/u;

/** The families that stand in where a text font has no glyph. Beside kana, Han is drawn as in Japan. */
export function fallbackFamilies(text: string): string[] {
	const names = KANA.test(text)
		? ['Japanese', ...FALLBACKS.filter((name) => name !== 'Japanese')]
		: FALLBACKS;
	return names.map((name) => `Holoscope ${name}`);
}
