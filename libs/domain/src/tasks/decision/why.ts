import { holdsForAnother, delegatedActors } from '../../delegation/delegated-actor.js';
import { asksForProof, PROOF_REFUSALS } from '../../auth/second-factor.js';
import { mayDecide } from '../../mandates/authority-kind.js';
import { freezeOf } from '../../mandates/freeze.js';
import type { Actor } from '../../organisation/actor.js';
import { actsUnderMandate } from '../../organisation/role.js';
import { taskRule } from '../../stages/stage-catalogue.js';
import {
  asksForAnOffice,
  accountableOfficers,
  isPossibleNow,
  isSkippable,
  isTheParty,
  principalHasNotSignedOtherwise,
  saysWhy,
  requiresFourEyes,
} from '../life/task-life-rules.js';
import { type Answer, refuse, type Rule, type TaskAction } from './answer.js';
import { responsibleRoleOf, servesAt } from './responsible-role.js';
import type { TaskFacts } from './task-facts.js';

const holdsTheRole: Rule = (actor, action, task) => {
  if (!asksForAnOffice(actor, action, task)) return undefined;
  const role = responsibleRoleOf(task);
  if (servesAt(actor, task) !== undefined) return undefined;
  const elsewhere = actor.appointments.some((held) => held.role === role);
  return refuse(elsewhere ? 'TERRITORY_OUTSIDE_OFFICE' : 'ROLE_NOT_PERMITTED', {
    role,
    territory: task.territoryCode,
  });
};

const hasNotSignedOtherwise: Rule = (actor, action, task) => {
  if (!requiresFourEyes(action)) return undefined;
  const { capacity } = taskRule(task.kind);
  const earlier = task.signatures.find(
    (signed) => signed.officerId === actor.officerId && signed.capacity !== capacity,
  );
  return earlier === undefined ? undefined : refuse('FOUR_EYES', { capacity: earlier.capacity });
};

/** Nobody decides on their own household, nor has a delegate do it. */
const isNotOfTheHousehold: Rule = (actor, action, task) => {
  if (!requiresFourEyes(action)) return undefined;
  const { excludedOwners = [] } = task;
  if (excludedOwners.includes(actor.officerId)) return refuse('OWN_HOUSEHOLD');
  const kin = accountableOfficers(task).find(({ officerId }) => excludedOwners.includes(officerId));
  return kin === undefined ? undefined : refuse('PRINCIPAL_HOUSEHOLD', { name: kin.fullName });
};

/** Of several approvals each is another person's: one who sits in two offices, or has a delegate, gives one. */
const hasNotApprovedBefore: Rule = (actor, action, task) => {
  if (!requiresFourEyes(action)) return undefined;
  const approvedBy = task.approvedBy ?? [];
  if (approvedBy.includes(actor.officerId)) return refuse('ALREADY_APPROVED');
  const approver = accountableOfficers(task).find(({ officerId }) => approvedBy.includes(officerId));
  return approver === undefined ? undefined : refuse('PRINCIPAL_APPROVED', { name: approver.fullName });
};

/** A dated delegation that is over, or was ended, gives nobody a right; what is still held by it goes back. */
const standsInStill: Rule = (actor, action, task) =>
  requiresFourEyes(action) && task.between === undefined && holdsForAnother(actor, task)
    ? refuse('DELEGATION_ENDED', { name: task.principal?.fullName ?? '' })
    : undefined;

/** Who stands in acts on behalf, as under a mandate: quota and budget stay with the office itself (UU 30/2014 Art. 14 (7)). */
const delegationCoversMatter: Rule = (_actor, action, task) => {
  if (!requiresFourEyes(action) || task.between === undefined) return undefined;
  const { matter } = taskRule(task.kind);
  return mayDecide('mandate', matter) ? undefined : refuse('DELEGATION_MATTER_CLOSED', { matter });
};

const isUnderALiveMandate: Rule = (_actor, _action, task, today) => {
  const { stage } = taskRule(task.kind);
  if (!actsUnderMandate(responsibleRoleOf(task))) return undefined;
  const { mandate } = task;
  if (mandate === undefined) return refuse('MANDATE_MISSING');
  const expected = stage === 'acceptance' ? 'granted' : 'accepted';
  if (mandate.state !== expected) return refuse('MANDATE_NOT_LIVE', { state: mandate.state });
  if (today < mandate.validFrom || today > mandate.validTo) {
    return refuse('MANDATE_EXPIRED', { validFrom: mandate.validFrom, validTo: mandate.validTo });
  }
  return undefined;
};

const standsInOnlyForWhatItMay: Rule = (actor, action, task) => {
  if (action.type !== 'decide') return undefined;
  const acting = servesAt(actor, task)?.acting;
  const { matter } = taskRule(task.kind);
  return acting === undefined || mayDecide(acting, matter)
    ? undefined
    : refuse('ACTING_MATTER_CLOSED', { acting, matter });
};

const isNotFrozen: Rule = (_actor, action, task, today) => {
  if (action.type !== 'decide') return undefined;
  const freeze = freezeOf(task.freezes ?? [], task.kind, task.territoryCode, today);
  if (freeze === undefined) return undefined;
  const { name: period, reason, validFrom, validTo } = freeze;
  return refuse('ACTION_FROZEN', { period, reason, validFrom, validTo });
};

/** Who decides on money or law has just proved who they are. */
const hasProvedThemselves: Rule = (actor, action, task) => {
  if (action.type !== 'decide' || !asksForProof(taskRule(task.kind).matter)) return undefined;
  const { secondFactor } = actor;
  return secondFactor === 'stale' || secondFactor === 'missing' ? refuse(PROOF_REFUSALS[secondFactor]) : undefined;
};

const isAKnownOutcome: Rule = (_actor, action, task) => {
  if (action.type !== 'decide') return undefined;
  const { outcomes } = taskRule(task.kind);
  return outcomes.includes(action.outcome)
    ? undefined
    : refuse('OUTCOME_NOT_OFFERED', { outcome: action.outcome, offered: outcomes.join(', ') });
};

const givesAReason: Rule = (_actor, action) => {
  if (action.type !== 'decide' || (action.outcome !== 'returned' && action.outcome !== 'refused')) return undefined;
  return (action.reason ?? '').trim() === '' ? refuse('REASON_REQUIRED') : undefined;
};

const goesBackWhereAllowed: Rule = (_actor, action, task) => {
  if (action.type !== 'decide' || action.outcome !== 'returned') return undefined;
  const allowed = taskRule(task.kind).returnTo;
  const target = action.returnTo ?? allowed[0];
  return target !== undefined && allowed.includes(target)
    ? undefined
    : refuse('RETURN_STAGE_NOT_OFFERED', { stage: target ?? '', offered: allowed.join(', ') });
};

const sawThisArtefact: Rule = (_actor, action, task) =>
  action.type !== 'decide' || action.artefactHash === task.artefactHash ? undefined : refuse('ARTEFACT_CHANGED');

const RULES: readonly Rule[] = [
  holdsTheRole,
  isPossibleNow,
  isTheParty,
  isSkippable,
  hasNotSignedOtherwise,
  principalHasNotSignedOtherwise,
  isNotOfTheHousehold,
  hasNotApprovedBefore,
  standsInStill,
  delegationCoversMatter,
  isUnderALiveMandate,
  standsInOnlyForWhatItMay,
  isNotFrozen,
  hasProvedThemselves,
  isAKnownOutcome,
  givesAReason,
  saysWhy,
  goesBackWhereAllowed,
  sawThisArtefact,
];

/**
 * May this person do this to this task today? Yes, or every reason why not. The API refuses by it, the web explains
 * its disabled buttons by it, and the audit row of each decision records its answer. What they may not do in their own
 * right they may do on behalf of an absent officer whose delegate they are, where no rule forbids it to any of them.
 */
export function why(actor: Actor, action: TaskAction, task: TaskFacts, today: string): Answer {
  const inTheirPlace = actor.standsFor === undefined ? [] : delegatedActors(actor, action, task);
  if (inTheirPlace.length === 0) return judge(actor, action, task, today);
  const forOthers = inTheirPlace.map((delegated) => ({
    ...judge(delegated.actor, action, delegated.task, today),
    appointment: delegated.standIn.appointment,
    standIn: delegated.standIn,
  }));
  const answers = holdsForAnother(actor, task) ? forOthers : [judge(actor, action, task, today), ...forOthers];
  const isTheirs = task.owner === undefined && servesAt(actor, task) !== undefined;
  const [fallback = judge(actor, action, task, today)] = isTheirs ? answers : forOthers;
  return answers.find(({ allowed }) => allowed) ?? fallback;
}

function judge(actor: Actor, action: TaskAction, task: TaskFacts, today: string): Answer {
  const refusals = RULES.map((rule) => rule(actor, action, task, today)).filter((refusal) => refusal !== undefined);
  const role = responsibleRoleOf(task);
  const appointment = servesAt(actor, task);
  return {
    allowed: refusals.length === 0,
    refusals,
    ...(appointment === undefined ? {} : { appointment }),
    ...(task.mandate === undefined || !actsUnderMandate(role) ? {} : { mandateId: task.mandate.id }),
  };
}
