import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import {
  type Actor,
  APPROVABLE_KINDS,
  type ApprovalPolicy as Policy,
  DomainError,
  hasPower,
  levelOf,
  taskRule,
  whyNotPolicy,
} from '#domain';
import { ApprovalPolicyRepository, type ApprovalPolicyRow, CandidateRepository } from '#persistence';
import { noteBy } from '../audit/note-by.js';
import { ACTION_OF_END, type Ending } from '../shared/ending.js';
import { Commands } from '../shared/commands.js';
import type { CommandContext } from '../shared/command-context.js';
import type { ApprovalPolicies, ApprovalPolicy, ApproversQuery, SaveApprovalPolicy } from './approvals.schemas.js';

/** Saves and ends approval policies. Tasks that are open keep what was asked when they were opened. */
@Injectable()
export class ApprovalPolicyService {
  constructor(
    private readonly database: DataSource,
    private readonly commands: Commands,
  ) {}

  async list(actor: Actor): Promise<ApprovalPolicies> {
    const policies = await new ApprovalPolicyRepository(this.database.manager).list();
    const roles = actor.appointments.map(({ role }) => role);
    return {
      policies: policies.map(view),
      kinds: APPROVABLE_KINDS.map((kind) => ({ kind, role: taskRule(kind).role })),
      mayWrite: hasPower(roles, 'approval:write'),
      mayEnd: hasPower(roles, 'approval:end'),
    };
  }

  async officers({ role, territoryCode }: ApproversQuery): Promise<{ officerId: string; fullName: string }[]> {
    const holders = await new CandidateRepository(this.database.manager).holdersOf([role], territoryCode);
    return holders.map(({ officerId, fullName }) => ({ officerId, fullName }));
  }

  /**
   * Puts a version in force. Throws every reason why the officers there are could not meet it, each with its field, and
   * APPROVAL_POLICY_CHANGED when the version that was seen is not in force any more, and APPROVAL_POLICY_SECOND where
   * nobody else has proposed its end.
   */
  async save(context: CommandContext, command: SaveApprovalPolicy): Promise<ApprovalPolicy> {
    return this.commands.run(context, 'approval-policy', command, async (manager) => {
      const { officerId } = context.actor;
      levelOf(command.territoryCode);
      const policies = new ApprovalPolicyRepository(manager);
      const policy: Policy = {
        ...command,
        bands: command.bands.map((band) => ({ ...band, fromRupiah: BigInt(band.fromRupiah) })),
      };
      const roles = policy.bands.flatMap(({ groups }) => groups.map(({ role }) => role));
      const refusals = whyNotPolicy(policy, await policies.pools([...new Set(roles)], policy.territoryCode));
      const [first] = refusals;
      if (first !== undefined) throw new DomainError(first.code, 'the policy cannot be met', { refusals });
      const saved = await policies.save(policy, command.seenVersion, officerId);
      const { kind, territoryCode, version } = saved;
      await noteBy(manager, context, {
        ...{ action: 'approval_policy.saved', subjectType: 'approval_policy', subjectId: saved.id },
        ...{ territoryCode, details: { kind, version, bands: command.bands } },
      });
      return view(saved);
    });
  }

  /** The first officer proposes the end, another ends it: from then on any one officer of the office approves. */
  async end(context: CommandContext, policyId: string): Promise<Ending> {
    return this.commands.run(context, `approval-policy:${policyId}`, {}, async (manager) => {
      const { officerId } = context.actor;
      const { state, kind, territoryCode } = await new ApprovalPolicyRepository(manager).end(policyId, officerId);
      if (state !== 'over') {
        await noteBy(manager, context, {
          ...{ action: ACTION_OF_END.policy[state], subjectType: 'approval_policy', subjectId: policyId },
          ...{ territoryCode, details: { kind } },
        });
      }
      return { state };
    });
  }
}

const view = ({ bands, ...row }: ApprovalPolicyRow) =>
  ({
    ...row,
    bands: bands.map(({ fromRupiah, groups }) => ({
      fromRupiah: fromRupiah.toString(),
      groups: groups.map(({ requiredOfficerIds, ...group }) => ({
        ...group,
        ...(requiredOfficerIds === undefined ? {} : { requiredOfficerIds: [...requiredOfficerIds] }),
      })),
    })),
    observers: [...row.observers],
  }) as ApprovalPolicy;
