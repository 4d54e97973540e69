import { seatOf } from '$lib/server/workshop-requests';
import { recapFile } from '../../../../recap/recap-file';
import type { RequestHandler } from './$types';

/** The recap as a PDF file, A4 or US Letter. */
export const GET: RequestHandler = (event) => recapFile(event, seatOf(event, event.params.id));
