import type { ProofFrom } from '#application';
import type { AmanahRequest } from '../shared/request-context.js';

/** Which session proves, by which request, from where. */
export const proofFrom = (sessionId: string, { id: requestId, ip: address }: AmanahRequest): ProofFrom => ({
  ...{ sessionId, requestId, address },
});
