import { createHash } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import { type PolicyParameter, withPolicyChange } from '#domain';
import { PolicyChangeRepository, PolicyRepository } from '#persistence';

interface PolicyOfFile {
  readonly programme: string;
  readonly contentHash: string;
  readonly parameters: readonly PolicyParameter[];
}

/**
 * Keeps a policy file's rules as a programme's newest version. What two persons have changed since stays changed: a file that ships
 * with an update brings new rules, and takes back nothing. The same file again is the version that it was. Answers with the version.
 */
export async function loadPolicy(manager: EntityManager, policy: PolicyOfFile): Promise<number> {
  const { programme, contentHash, parameters } = policy;
  const changes = new PolicyChangeRepository(manager);
  await changes.lock(programme);
  const changed = (await changes.adopted(programme)).reduce(
    (rules: readonly PolicyParameter[], change) => withPolicyChange(rules, change),
    parameters,
  );
  return new PolicyRepository(manager).keep(programme, contentHash, changed);
}

/** Keeps the rules with a change in its place as the newest version; under the change's own id, since rules may become again what they were. */
export async function keepChanged(manager: EntityManager, changeId: string): Promise<void> {
  const { programme, ...change } = await new PolicyChangeRepository(manager).find(changeId);
  const policies = new PolicyRepository(manager);
  const parameters = withPolicyChange(await policies.parametersOf(programme), change);
  const contentHash = createHash('sha256').update(`change ${changeId}`).digest('hex');
  await policies.keep(programme, contentHash, parameters);
}
