import type { EntityManager } from 'typeorm';
import { demandEvidence, demandHold, demandOffered, DomainError } from '#domain';
import { CaseRepository, FindingRuleRepository, PeriodRepository, type TaskContext } from '#persistence';
import type { TaskDecision } from '../tasks/tasks.schemas.js';

/**
 * A visit reports a finding of the programme's tree as it stands today, with the evidence that its rule asks for. Throws
 * DETAILS_INVALID without a finding or with days that lie ahead, FINDING_UNKNOWN, CASE_EVIDENCE_MISSING.
 */
export async function findingFollowsItsRule(
  manager: EntityManager,
  task: TaskContext,
  { details }: TaskDecision,
): Promise<void> {
  const { finding, note, visitedOn = [] } = details;
  if (finding === undefined) throw invalid('finding');
  const rules = new FindingRuleRepository(manager);
  const rule = await rules.find(task.periodId, finding, task.today);
  if (rule === undefined) {
    throw new DomainError('FINDING_UNKNOWN', 'the programme has no such finding today', { finding });
  }
  if (visitedOn.some((day) => day > task.today)) throw invalid('visitedOn');
  const { photos, papers } = rule.evidence.length === 0 ? NO_FILES : await rules.filesBeside(task.id);
  demandEvidence(rule, { note, photos, papers, visitedOn });
}

/**
 * An outcome is one that the finding's rule allowed on the day of the visit. What was found before findings had rules is decided
 * by the rule of today; a hold has a ground of the policy and a day within its bounds. Throws DETAILS_INVALID without an outcome, a ground or a
 * day, CASE_OUTCOME_NOT_ALLOWED, HOLD_GROUND_UNKNOWN, HOLD_DAY.
 */
export async function outcomeFollowsItsRule(
  manager: EntityManager,
  task: TaskContext,
  command: TaskDecision,
): Promise<void> {
  if (command.outcome !== 'approved') return;
  const { outcome, ground, holdUntil } = command.details;
  if (outcome === undefined) throw invalid('outcome');
  const rule = await new FindingRuleRepository(manager).ofCase(task.subjectId, task.today);
  if (rule === undefined)
    throw new DomainError('FINDING_UNKNOWN', 'the case has no finding with a rule', { finding: '–' });
  demandOffered(rule, outcome);
  if (outcome !== 'hold') return;
  if (ground === undefined) throw invalid('ground');
  if (holdUntil === undefined) throw invalid('holdUntil');
  const found = await new CaseRepository(manager).find(task.subjectId);
  const policy = await new PeriodRepository(manager).policyOf(task.periodId);
  const days = { today: task.today, deadlineOn: found?.deadlineOn ?? task.today };
  demandHold(policy, { ground, until: holdUntil }, days);
}

const NO_FILES = { photos: 0, papers: 0 };

const invalid = (field: string): DomainError => new DomainError('DETAILS_INVALID', 'a detail is missing', { field });
