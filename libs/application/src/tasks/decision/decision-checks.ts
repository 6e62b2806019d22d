import type { EntityManager } from 'typeorm';
import { closureRefusals, DomainError, type TaskKind } from '#domain';
import {
  BreakSettlementRepository,
  CaseRepository,
  ConservationRepository,
  DoubtRepository,
  FailedPaymentRepository,
  PaymentOrderRepository,
  type TaskContext,
  PeriodRepository,
  QuotaChangeRepository,
  RosterRepository,
  RosterRowRepository,
} from '#persistence';
import { findingFollowsItsRule, outcomeFollowsItsRule } from '../../follow-up/demand-rule.js';
import { demandReceived } from '../../distribution/return/hold-deposit.js';
import { demandPeriodWithinBudget } from '../../money/budget/within-budget.js';
import { demandQuotasMove } from '../../periods/demand-quotas-move.js';
import type { TaskDecision } from '../tasks.schemas.js';

/** What must be true of the artefact itself before a decision of a kind may stand. Throws DomainError. */
type Check = (manager: EntityManager, task: TaskContext, command: TaskDecision) => Promise<void>;

const rosterIsFilled: Check = async (manager, task, command) => {
  const roster = await new RosterRepository(manager).summary(task.subjectId);
  if (roster.valid + roster.warning === 0) throw new DomainError('ROSTER_EMPTY', 'no usable family on the roster');
  const rows = roster.invalid + roster.duplicate;
  if (rows > 0 && command.details.leaveOutInvalid !== true) {
    throw new DomainError('ROSTER_INVALID_ROWS', 'invalid rows need consent to be left out', { rows });
  }
};

const identityIsMatched: Check = async (manager, task) => {
  const roster = await new RosterRepository(manager).summary(task.subjectId);
  if (Object.keys(roster.matchResults).length === 0) {
    throw new DomainError('IDENTITY_MISSING', 'no match result was uploaded');
  }
};

const everyFamilyHasAVerdict: Check = async (manager, task) => {
  const [counts] = await new RosterRowRepository(manager).verdictCounts(task.subjectId, task.territoryCode);
  const families = counts === undefined ? 0 : counts.families - counts.eligible - counts.ineligible;
  if (families > 0) throw new DomainError('VERDICT_MISSING', 'families without a final verdict', { families });
  const [unchecked] = await new DoubtRepository(manager).unchecked(task.subjectId, task.territoryCode);
  if (unchecked !== undefined) {
    throw new DomainError('FIELD_CHECK_MISSING', 'listed families without a field check', {
      families: unchecked.families,
    });
  }
};

const everyDoubtIsDecided: Check = async (manager, task) => {
  const doubts = await new DoubtRepository(manager).undecided(task.subjectId);
  if (doubts > 0) throw new DomainError('DOUBT_UNDECIDED', 'doubted families without a decision', { doubts });
};

const everyBreakHasAProposal: Check = async (manager, task) => {
  const { breakRound } = await new PaymentOrderRepository(manager).find(task.subjectId);
  const breaks = await new BreakSettlementRepository(manager).undecided(task.subjectId, breakRound);
  if (breaks > 0) throw new DomainError('BREAK_UNDECIDED', 'breaks without a proposal', { breaks });
};

const everyFailureHasARepair: Check = async (manager, task) => {
  const payments = await new FailedPaymentRepository(manager).undecided(task.subjectId);
  if (payments > 0) throw new DomainError('REPAIR_UNDECIDED', 'failed payments with nothing put down', { payments });
};

const namesOf = (places: readonly { name: string }[]): string => places.map(({ name }) => name).join(', ');

const everyRupiahIsExplained: Check = async (manager, task) => {
  const money = new ConservationRepository(manager);
  const refusals: { code: string; details: Record<string, unknown> }[] = [];
  for (const { cityCode } of await new PeriodRepository(manager).allocations(task.periodId)) {
    const breaks = await money.openBreaks(task.periodId, cityCode);
    const cases = await new CaseRepository(manager).openCountOfCity(task.periodId, cityCode);
    const statement = await money.of(task.periodId, cityCode);
    const places = namesOf(await money.unexplained(task.periodId, cityCode));
    for (const code of closureRefusals(statement, places !== '', breaks, cases)) {
      refusals.push({ code, details: { breaks, cases, places } });
    }
  }
  const changes = await new QuotaChangeRepository(manager).openCount(task.periodId);
  if (changes > 0) refusals.push({ code: 'CLOSURE_QUOTAS', details: { changes } });
  if (refusals.length > 0) throw new DomainError(refusals[0]?.code ?? '', 'the period is not at rest', { refusals });
};

const itsFiguresAreExplained: Check = async (manager, task) => {
  const places = namesOf(await new ConservationRepository(manager).unexplained(task.periodId, task.territoryCode));
  if (places !== '') throw new DomainError('REPORT_DIFFERENCE', 'the ledger and the rows differ', { places });
};

/** What is returned costs nothing. */
const theBudgetCoversIt: Check = async (manager, task, command) => {
  if (command.outcome !== 'returned') await demandPeriodWithinBudget(manager, task.periodId);
};

/** What is refused moves nothing. */
const theQuotasCanMove: Check = async (manager, task, command) => {
  if (command.outcome === 'approved')
    await demandQuotasMove(manager, await new QuotaChangeRepository(manager).find(task.subjectId));
};

/** The right person, mandate and artefact are enough. */
const nothingMore: Check = () => Promise.resolve();

/** What each kind asks of its artefact; a kind for which nobody has said so does not compile. */
export const DECISION_CHECKS = {
  'allocation.prepare': theBudgetCoversIt,
  'allocation.verify': theBudgetCoversIt,
  'allocation.approve': theBudgetCoversIt,
  'quota.verify': theQuotasCanMove,
  'quota.approve': theQuotasCanMove,
  'mandate.accept': nothingMore,
  'roster.submit': rosterIsFilled,
  'identity.submit': identityIsMatched,
  'verification.complete': everyFamilyHasAVerdict,
  'doubts.propose': everyDoubtIsDecided,
  'doubts.settle': nothingMore,
  'endorsement.lurah': nothingMore,
  'endorsement.camat': nothingMore,
  'endorsement.dinsos': nothingMore,
  'endorsement.mayor': nothingMore,
  'closing.set': nothingMore,
  'closing.ratify': nothingMore,
  'payment.request': nothingMore,
  'payment.release': nothingMore,
  'payment.repair': everyFailureHasARepair,
  'follow-up.visit': findingFollowsItsRule,
  'follow-up.decide': outcomeFollowsItsRule,
  'breaks.propose': everyBreakHasAProposal,
  'breaks.settle': nothingMore,
  'return.instruct': nothingMore,
  'return.confirm': (manager, task) => demandReceived(manager, task.subjectId),
  'report.kecamatan': itsFiguresAreExplained,
  'report.city': itsFiguresAreExplained,
  'report.accept': itsFiguresAreExplained,
  'period.close': everyRupiahIsExplained,
} as const satisfies Record<TaskKind, Check>;
