import { type Role, ROLES } from '../organisation/role.js';
import { hasPower } from '../organisation/power.js';
import { TASK_KINDS, type TaskKind, taskRule } from '../stages/stage-catalogue.js';
import { type ApprovalGroup, type ApprovalPolicy, neededOf } from './approval-policy.js';

/** The smallest office of a role within the policy's territory, and who could be asked for by name. */
export interface Pool {
  readonly territoryCode: string;
  readonly officers: number;
  readonly officerIds: readonly string[];
}

/** One reason why a policy is not saved, with the field to mend. */
export interface PolicyRefusal {
  readonly code: string;
  readonly field: string;
  readonly details: Readonly<Record<string, string>>;
}

const refuse = (code: string, field: string, details: Record<string, string> = {}): PolicyRefusal => ({
  code,
  field,
  details,
});

/** Kinds that somebody approves one at a time: not papers that are filled in, not what is decided by the thousand. */
export const isApprovable = (kind: TaskKind): boolean => {
  const { outcomes, bulkDecidable } = taskRule(kind);
  return outcomes.includes('approved') && !bulkDecidable;
};
export const APPROVABLE_KINDS = TASK_KINDS.filter(isApprovable);

/**
 * How many of an office's officers sign the same papers in another capacity, and so can never approve: one for each such
 * task. A policy that counted on them would wait for ever.
 */
export function signedElsewhere(kind: TaskKind, role: Role): number {
  const { chain, capacity } = taskRule(kind);
  return TASK_KINDS.map(taskRule).filter(
    (other) => other.chain === chain && other.role === role && other.capacity !== capacity,
  ).length;
}

function bandRefusals({ kind, bands }: ApprovalPolicy): PolicyRefusal[] {
  const { role } = taskRule(kind);
  return bands.flatMap(({ fromRupiah, groups }, at) => {
    const field = `bands.${at}`;
    const before = bands[at - 1];
    const roles = groups.map((group) => group.role);
    return [
      ...(before === undefined && fromRupiah !== 0n ? [refuse('APPROVAL_BAND_FIRST', `${field}.fromRupiah`)] : []),
      ...(before !== undefined && fromRupiah <= before.fromRupiah
        ? [refuse('APPROVAL_BAND_ORDER', `${field}.fromRupiah`)]
        : []),
      // The law names this office; a policy adds to the law and takes nothing from it.
      ...(roles.includes(role) ? [] : [refuse('APPROVAL_OFFICE_MISSING', `${field}.groups`, { role })]),
      ...(new Set(roles).size === roles.length ? [] : [refuse('APPROVAL_OFFICE_TWICE', `${field}.groups`)]),
    ];
  });
}

function groupRefusals(kind: TaskKind, group: ApprovalGroup, field: string, pool: Pool | undefined): PolicyRefusal[] {
  const { role, mode, value, requiredOfficerIds = [] } = group;
  const isMeasured = mode === 'count' || mode === 'percent';
  if (!hasPower([role], 'task:act')) return [refuse('APPROVAL_OFFICE_UNFIT', `${field}.role`, { role })];
  if (isMeasured !== (value !== undefined)) return [refuse('APPROVAL_VALUE', `${field}.value`)];
  if (mode === 'percent' && (value ?? 0) > 100) return [refuse('APPROVAL_VALUE', `${field}.value`)];
  if (pool === undefined) return [refuse('APPROVAL_POOL_EMPTY', `${field}.role`, { role })];
  const free = pool.officers - signedElsewhere(kind, role);
  const needed = neededOf(group, free);
  const stranger = requiredOfficerIds.some((id) => !pool.officerIds.includes(id));
  return [
    ...(needed > free
      ? [
          refuse('APPROVAL_POOL_TOO_SMALL', isMeasured ? `${field}.value` : `${field}.role`, {
            ...{ role, territory: pool.territoryCode, needed: String(needed), pool: String(Math.max(0, free)) },
          }),
        ]
      : []),
    ...(stranger ? [refuse('APPROVER_NOT_IN_OFFICE', `${field}.requiredOfficerIds`, { role })] : []),
  ];
}

/**
 * Every reason why a policy may not be saved: bands out of order, the law's office left out, an office too small for what
 * is asked of it once those who sign in another capacity are taken off. `pools` has no entry where nobody holds a role.
 */
export function whyNotPolicy(policy: ApprovalPolicy, pools: ReadonlyMap<Role, Pool>): PolicyRefusal[] {
  if (!isApprovable(policy.kind)) return [refuse('APPROVAL_KIND', 'kind')];
  const groups = policy.bands.flatMap((band, at) =>
    band.groups.flatMap((group, nth) =>
      groupRefusals(policy.kind, group, `bands.${at}.groups.${nth}`, pools.get(group.role)),
    ),
  );
  const observers = policy.observers.flatMap((role, at) =>
    role in ROLES && !policy.bands.some((band) => band.groups.some((group) => group.role === role))
      ? []
      : [refuse('APPROVAL_OBSERVER_DECIDES', `observers.${at}`, { role })],
  );
  return [...bandRefusals(policy), ...groups, ...observers];
}
