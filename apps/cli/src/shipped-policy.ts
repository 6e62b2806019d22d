import { Policy } from '#domain';
import { readPolicies } from '#policies';

/** The rules that come with the program, for checks of files without a database. */
export const shippedPolicy = (): Policy =>
  new Policy(readPolicies().find(({ programme }) => programme === 'sembako')?.parameters ?? []);
