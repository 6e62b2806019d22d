import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { z } from 'zod';
import { type Answer, isOpen, ownerRoles, taskRule, WorkingCalendar } from '#domain';
import type { Language } from '#messages';
import {
  ApprovalRequestRepository,
  CandidateRepository,
  HolidayRepository,
  InboxRepository,
  type TaskContext,
  ProgrammeClockRepository,
  TaskLifeRepository,
  TaskRepository,
  TaskWatchRepository,
} from '#persistence';
import { readsCaseOf, withoutFinding } from '../../follow-up/restricted.js';
import type { ApprovalProgress } from '../../approvals/approvals.schemas.js';
import { ByMoment, ByUrgency, decodeCursor, toPage } from '../../shared/page.js';
import type { SignedIn } from '../../shared/command-context.js';
import { refusalsOf, TaskAuthority } from '../decision/task-authority.js';
import type { Candidates } from '../life/task-events.schemas.js';
import { demandSight, readsPapers } from './task-sight.js';
import { calendarOf, standsInAt, viewTask } from './task-view.js';
import {
  SHOWN_EVENTS,
  type ShownEvent,
  type TaskCounts,
  type TaskDetail,
  type TaskPage,
  type TaskQuery,
} from '../tasks.schemas.js';
import { explain, explainRefusals } from '../../shared/explain-refusals.js';
import { missing } from '../decision/vote-count.js';
import { isHeld } from '../../approvals/alert-held.js';

/** Lists tasks and explains them. Moving them is MoveTask's, deciding DecideTask's. */
@Injectable()
export class TaskReader {
  constructor(
    private readonly database: DataSource,
    private readonly calendar: WorkingCalendar,
  ) {}

  async list(actor: SignedIn, query: TaskQuery): Promise<z.infer<typeof TaskPage>> {
    const today = await new ProgrammeClockRepository(this.database.manager).today();
    const rows = await new InboxRepository(this.database.manager).page(
      actor.officerId,
      actor.appointments,
      {
        ...query,
        limit: query.limit + 1,
        after: decodeCursor(query.cursor, query.view === 'done' ? ByMoment : ByUrgency),
      },
      actor.standsFor,
    );
    const calendars = await new HolidayRepository(this.database.manager).calendars(this.calendar);
    const page = toPage(rows, query.limit, ({ id, dueOn, amountRupiah, closedAt }) =>
      query.view === 'done' ? { id, key: closedAt?.toISOString() ?? '' } : { id, key: dueOn, amountRupiah },
    );
    return { rows: page.rows.map((row) => viewTask(row, today, calendars, standsInAt(actor, row))), next: page.next };
  }

  async counts(actor: SignedIn): Promise<z.infer<typeof TaskCounts>> {
    const byKind = await new InboxRepository(this.database.manager).counts(
      actor.officerId,
      actor.appointments,
      actor.standsFor,
    );
    const at = await new ProgrammeClockRepository(this.database.manager).now();
    return { total: byKind.reduce((sum, { tasks }) => sum + tasks, 0), byKind, at };
  }

  async find(actor: SignedIn, taskId: string, language: Language): Promise<z.infer<typeof TaskDetail>> {
    const tasks = new TaskRepository(this.database.manager);
    const task = await tasks.facts(taskId);
    demandSight(actor, task);
    const readsCase = await readsCaseOf(this.database.manager, actor, task);
    const history = await tasks.decisionsOfChain(task.chainKey);
    const events = await new TaskLifeRepository(this.database.manager).events(taskId);
    return {
      task: viewTask(task, task.today, calendarOf(task, this.calendar), standsInAt(actor, task)),
      isWatched: await new TaskWatchRepository(this.database.manager).isWatched(actor.officerId, taskId),
      actions: await this.actions(actor, task, language),
      approvals: await this.approvals(task),
      history: readsCase ? history : history.map((one) => ({ ...one, details: withoutFinding(one.details) })),
      events: readsCase && readsPapers(actor, task) ? events : events.filter(({ attachment }) => attachment === null),
    };
  }

  private async approvals({ approvalRequestId }: TaskContext): Promise<z.infer<typeof ApprovalProgress>> {
    if (approvalRequestId === null) return [];
    const groups = await new ApprovalRequestRepository(this.database.manager).groups(approvalRequestId);
    return groups.map((group) => ({
      taskId: group.taskId,
      role: group.role,
      mode: group.pinned.mode,
      needed: group.pinned.needed,
      missing: missing(group),
      isHeld: isOpen(group.state) && isHeld(group),
      approvals: group.approvals.map(({ officer, actedFor, votedAt }) => ({ officer, actedFor, votedAt })),
    }));
  }

  /** Who could own a task, and why not where not; the reader must see the task. */
  async candidates(actor: SignedIn, taskId: string, language: Language): Promise<Candidates> {
    const task = await new TaskRepository(this.database.manager).facts(taskId);
    demandSight(actor, task);
    const roles = ownerRoles(task);
    const holders = await new CandidateRepository(this.database.manager).holdersOf(roles, task.territoryCode);
    return holders.map((holder) => {
      const refusals = refusalsOf([holder], task);
      return {
        officerId: holder.officerId,
        fullName: holder.fullName,
        offices: holder.appointments.filter((held) => roles.includes(held.role)).map(({ officeName }) => officeName),
        allowed: refusals.length === 0,
        refusals: explainRefusals(refusals, language),
      };
    });
  }

  private async actions(actor: SignedIn, task: TaskContext, language: Language) {
    const authority = new TaskAuthority(this.database.manager);
    const rule = taskRule(task.kind);
    // A reason and the artefact are given with the act; here only the person is judged.
    const decisions = rule.outcomes.map(
      (outcome) => ({ type: 'decide', outcome, reason: '–', artefactHash: task.artefactHash }) as const,
    );
    const events = SHOWN_EVENTS.map((type) => ({ type, reason: '–' }));
    const answers = await authority.answers(actor, [...events, ...decisions], task);
    const life = Object.fromEntries(
      SHOWN_EVENTS.map((event, at) => [event, explainAt(answers, at, language)]),
    ) as Record<ShownEvent, ReturnType<typeof explain>>;
    const decide = rule.outcomes.map((outcome, at) => ({
      outcome,
      returnTo: outcome === 'returned' ? [...rule.returnTo] : [],
      ...explainAt(answers, events.length + at, language),
    }));
    return { claim: life.claim, decide, life };
  }
}

function explainAt(answers: readonly Answer[], at: number, language: Language): ReturnType<typeof explain> {
  const answer = answers[at];
  if (answer === undefined) throw new Error('every action has an answer');
  return explain(answer, language);
}
