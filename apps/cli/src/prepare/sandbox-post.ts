import type { EntityManager } from 'typeorm';
import { NATION, type ServiceArea } from '#domain';
import { OfficerRepository, PolicyRepository, ProgrammeClockRepository, ServiceAreaRepository } from '#persistence';
import { SANDBOX } from '../sandbox.js';

/** Under which the bundled post office is reached. */
const MAILBOX = 'pos';

/**
 * The bundled post office pays everywhere in a sandbox, out of the account of the rules, on a made-up agreement that its demo officers proposed and
 * confirmed; none where nobody reaches it. Repeating it changes nothing.
 */
export async function preparePost(
  manager: EntityManager,
  programme: string,
  mailboxes: Readonly<Record<string, unknown>>,
): Promise<string[]> {
  if (!(MAILBOX in mailboxes)) return [];
  const areas = new ServiceAreaRepository(manager);
  const officers = new OfficerRepository(manager);
  const proposedBy = (await officers.byUsername('program'))?.id;
  const decidedBy = (await officers.byUsername('kpa'))?.id;
  const isThere = (await areas.list()).some((area) => area.programme === programme && area.channel === 'post');
  if (proposedBy === undefined || decidedBy === undefined || isThere) return [];
  const policy = await new PolicyRepository(manager).newest(programme);
  const area: ServiceArea = {
    ...{ territoryCode: NATION, mailbox: MAILBOX, ...SANDBOX.post },
    validFrom: await new ProgrammeClockRepository(manager).today(),
    ...{ payerName: policy.text('payer.name'), payerAccount: policy.text('payer.account') },
    channel: 'post',
  };
  const id = await areas.propose(programme, area, proposedBy);
  if (id === undefined) return [];
  await areas.end(id, 'adopted', { officerId: decidedBy });
  return [`post office of ${programme}`];
}
