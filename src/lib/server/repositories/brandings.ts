import { PLAIN, type Branding } from '../../domain/branding/branding.ts';
import type { Reader, Tables, Writer } from '../database/schema.ts';

/** How a round's reports look; plain where nobody has said. */
export async function find(db: Reader, roundId: string): Promise<Branding> {
	const row = await db
		.selectFrom('brandings')
		.selectAll()
		.where('round_id', '=', roundId)
		.executeTakeFirst();
	return row ? toBranding(row) : PLAIN;
}

export async function save(db: Writer, roundId: string, branding: Branding): Promise<void> {
	const row = toRow(branding);
	await db
		.insertInto('brandings')
		.values({ round_id: roundId, ...row })
		.onConflict((conflict) => conflict.column('round_id').doUpdateSet(row))
		.execute();
}

function toBranding(row: Tables['brandings']): Branding {
	const { accent, logo: png, logo_width: width, logo_height: height } = row;
	const hasLogo = png !== null && width !== null && height !== null;
	return { accent, logo: hasLogo ? { png, width, height } : null };
}

function toRow({ accent, logo }: Branding): Omit<Tables['brandings'], 'round_id'> {
	return {
		accent,
		logo: logo?.png ?? null,
		logo_width: logo?.width ?? null,
		logo_height: logo?.height ?? null
	};
}
