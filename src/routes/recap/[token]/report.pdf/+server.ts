import { recapFile } from '../../recap-file';
import type { RequestHandler } from './$types';

/** The recap as a PDF file, A4 or US Letter. */
export const GET: RequestHandler = (event) => recapFile(event, { recap: event.params.token });
