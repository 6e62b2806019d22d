import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import {
  demandAnothers,
  demandOwn,
  demandPolicyChange,
  demandProof,
  demandWaiting,
  DomainError,
  NATION,
} from '#domain';
import {
  NotificationRepository,
  PolicyChangeRepository,
  type PolicyChangeRow,
  PolicyRepository,
  ProgrammeClockRepository,
} from '#persistence';
import { noteBy } from '../audit/note-by.js';
import { demandProgramme } from '../programmes/demand-programme.js';
import type { CommandContext } from '../shared/command-context.js';
import { Commands } from '../shared/commands.js';
import { keepChanged } from './load-policy.js';
import type { NewRuleChange, RuleChangeRefusal } from './policies.schemas.js';

/** Changes of a programme's rules: proposed by one person from a paper, in the rules when the KPA, another person, confirms them. */
@Injectable()
export class PolicyChangeService {
  constructor(private readonly commands: Commands) {}

  /** The KPA's office is told. Throws PROGRAMME_UNKNOWN, POLICY_UNKNOWN, POLICY_VALUE, POLICY_DATE, POLICY_SAME, POLICY_CHANGE_PROPOSED. */
  async propose(context: CommandContext, command: NewRuleChange): Promise<{ id: string }> {
    return this.commands.run(context, 'policy:propose', command, async (manager) => {
      const { programme, ...proposed } = command;
      await demandProgramme(manager, programme);
      const changes = new PolicyChangeRepository(manager);
      await changes.lock(programme);
      const change = await demandFits(manager, programme, proposed);
      const id = await changes.propose(programme, change, context.actor.officerId);
      if (id === undefined)
        throw new DomainError('POLICY_CHANGE_PROPOSED', 'a proposal for the rule waits', { key: change.key });
      await note(manager, context, 'policy.proposed', await changes.find(id));
      const message = { kind: 'policy.proposed', key: `policy.proposed:${id}`, details: { programme } } as const;
      await new NotificationRepository(manager).tellOffice('kpa', NATION, message);
      return { id };
    });
  }

  /**
   * The rules are a new version from here on; periods that run keep theirs. Throws POLICY_CHANGE_UNKNOWN, POLICY_CHANGE_DECIDED,
   * POLICY_CHANGE_OWN, and POLICY_DATE where its day has passed while it waited.
   */
  async confirm(context: CommandContext, changeId: string): Promise<{ id: string }> {
    return this.commands.run(context, `policy:confirm:${changeId}`, {}, async (manager) => {
      demandProof(context.actor);
      const change = await anothers(manager, context, changeId);
      await demandFits(manager, change.programme, { ...change, value: String(change.value) });
      await keepChanged(manager, changeId);
      return this.#end(manager, context, change, 'adopted');
    });
  }

  /** The rule stays as it was, and the proposer hears why. Throws POLICY_CHANGE_UNKNOWN, POLICY_CHANGE_DECIDED, POLICY_CHANGE_OWN. */
  async refuse(context: CommandContext, changeId: string, { reason }: RuleChangeRefusal): Promise<{ id: string }> {
    return this.commands.run(context, `policy:refuse:${changeId}`, { reason }, async (manager) => {
      const change = await anothers(manager, context, changeId);
      return this.#end(manager, context, change, 'refused', reason);
    });
  }

  /** Takes back one's own proposal. Throws POLICY_CHANGE_UNKNOWN, POLICY_CHANGE_DECIDED, POLICY_CHANGE_NOT_OWN. */
  async withdraw(context: CommandContext, changeId: string): Promise<{ id: string }> {
    return this.commands.run(context, `policy:withdraw:${changeId}`, {}, async (manager) => {
      const change = await waiting(manager, changeId);
      demandOwn(change, context.actor.officerId, { code: 'POLICY_CHANGE_NOT_OWN' });
      return this.#end(manager, context, change, 'withdrawn');
    });
  }

  async #end(
    manager: EntityManager,
    context: CommandContext,
    change: PolicyChangeRow,
    state: 'adopted' | 'refused' | 'withdrawn',
    reason?: string,
  ): Promise<{ id: string }> {
    const { id, programme, proposedBy } = change;
    const { officerId } = context.actor;
    await new PolicyChangeRepository(manager).end(id, state, { officerId, reason });
    await note(manager, context, `policy.${state === 'adopted' ? 'confirmed' : state}`, change);
    if (state !== 'withdrawn') {
      const message = { kind: 'policy.decided', key: `policy.decided:${id}`, details: { state, programme } } as const;
      await new NotificationRepository(manager).tell([proposedBy], message);
    }
    return { id };
  }
}

async function demandFits(manager: EntityManager, programme: string, proposed: Omit<NewRuleChange, 'programme'>) {
  const parameters = await new PolicyRepository(manager).parametersOf(programme);
  return demandPolicyChange(parameters, proposed, await new ProgrammeClockRepository(manager).today());
}

async function waiting(manager: EntityManager, changeId: string): Promise<PolicyChangeRow> {
  const change = await new PolicyChangeRepository(manager).find(changeId);
  demandWaiting(change, { code: 'POLICY_CHANGE_DECIDED' });
  return change;
}

async function anothers(manager: EntityManager, context: CommandContext, changeId: string): Promise<PolicyChangeRow> {
  const change = await waiting(manager, changeId);
  demandAnothers(change, context.actor.officerId, { code: 'POLICY_CHANGE_OWN' });
  return change;
}

const note = (manager: EntityManager, context: CommandContext, action: string, change: PolicyChangeRow) =>
  noteBy(manager, context, {
    ...{ action, subjectType: 'policy_change', subjectId: change.id, territoryCode: NATION },
    details: {
      ...{ programme: change.programme, key: change.key, value: change.value },
      ...{ effectiveFrom: change.effectiveFrom, source: change.source, verified: change.verified },
    },
  });
