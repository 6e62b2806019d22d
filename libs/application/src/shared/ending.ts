import { z } from 'zod';

/** What a word for the end of a freeze or an approval policy brought about: it takes two officers. */
export const Ending = z.object({ state: z.enum(['proposed', 'ended', 'over']) }).meta({ id: 'Ending' });
export type Ending = z.infer<typeof Ending>;

/** How the trail names it. */
export const ACTION_OF_END = {
  freeze: { proposed: 'freeze.end-proposed', ended: 'freeze.ended' },
  policy: { proposed: 'approval_policy.end-proposed', ended: 'approval_policy.ended' },
} as const;
