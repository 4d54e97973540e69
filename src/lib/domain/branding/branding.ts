/** A picture that was checked and drawn anew: nothing is left in it but its pixels. */
export interface Logo {
	/** A PNG in base64. */
	png: string;
	/** In pixels. */
	width: number;
	height: number;
}

/** How an organization's reports look like its own. */
export interface Branding {
	logo: Logo | null;
	/** As `#rrggbb`, readable on white. */
	accent: string | null;
}

export const PLAIN: Branding = { logo: null, accent: null };

export type LogoRefusal = 'missing' | 'too-large' | 'too-many-pixels' | 'svg' | 'not-an-image';

/** The largest file that is read. */
export const LOGO_LIMIT_MB = 2;
export const LOGO_LIMIT = LOGO_LIMIT_MB * 1024 * 1024;
/** The longest side of a picture that is opened: a small file can hold a picture that fills the memory. */
export const LOGO_SIDE = 5000;
