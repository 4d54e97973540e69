import { LOGO_LIMIT_MB, LOGO_SIDE, type LogoRefusal } from '../domain/branding/branding.ts';
import * as m from '../paraglide/messages.js';

/** Why a picture was not taken, and what to send instead. */
export const logoWords: Record<LogoRefusal, () => string> = {
	missing: m.branding_logo_missing,
	'too-large': () => m.branding_logo_too_large({ megabytes: LOGO_LIMIT_MB }),
	'too-many-pixels': () => m.branding_logo_too_many_pixels({ side: LOGO_SIDE }),
	svg: m.branding_logo_svg,
	'not-an-image': m.branding_logo_not_an_image
};
