import { instrumentSchema, type Instrument } from '../domain/instrument/instrument.ts';
import holoscopeEn from './instruments/holoscope-2026.1/en.json' with { type: 'json' };

/** Our own questions in the edition that new sheets are answered with. */
export const holoscope: Instrument = instrumentSchema.parse(holoscopeEn);
