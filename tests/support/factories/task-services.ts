import {
  Commands,
  DecideMany,
  DecideTask,
  DelegationService,
  HandoverService,
  MoveMany,
  MoveTask,
  OptimisticTaskService,
  type CommandContext,
} from '#application';
import type { MadeOfficer } from './officers.js';
import { randomUUID } from 'node:crypto';
import type { DataSource } from 'typeorm';
import type { WorkingCalendar } from '#domain';
import { DomainError } from '#domain';
import { CandidateRepository } from '#persistence';
import { loadWorkingCalendar } from '#policies';

/** The API's services on tasks, over a real database and without HTTP. */
export class TaskServices {
  readonly calendar: WorkingCalendar = loadWorkingCalendar();
  readonly events: MoveTask;
  readonly decisions: DecideTask;
  readonly bulk: MoveMany;
  readonly bulkDecisions: DecideMany;
  readonly delegations: DelegationService;
  readonly handovers: HandoverService;

  constructor(private readonly database: DataSource) {
    const commands = new Commands(database);
    const atOnce = new OptimisticTaskService(this.calendar, commands);
    this.events = new MoveTask(this.calendar, commands, atOnce);
    this.decisions = new DecideTask(commands, atOnce);
    this.bulk = new MoveMany(commands);
    this.bulkDecisions = new DecideMany(commands);
    this.delegations = new DelegationService(database, commands);
    this.handovers = new HandoverService(database, this.calendar, commands);
  }

  /** From today on, one officer's first office in the hands of another. */
  async delegate(from: MadeOfficer, to: MadeOfficer, days = { validFrom: '2023-03-06', validTo: '2023-03-10' }) {
    const command = { ...days, appointmentIds: [from.appointmentId], toOfficerId: to.officerId, reason: 'On leave' };
    const [delegation] = await this.delegations.add(await this.by(from.officerId), command);
    if (delegation === undefined) throw new Error('an added delegation has a row');
    return delegation;
  }

  /** Everything one officer has in hand, offered to another. */
  async offer(from: MadeOfficer, to: MadeOfficer) {
    return this.handovers.offer(await this.by(from.officerId), { toOfficerId: to.officerId, reason: 'Moved away' });
  }

  /** No territory has holidays of its own. */
  for(): WorkingCalendar {
    return this.calendar;
  }

  /** A request of this officer, with the appointments they hold now. */
  async by(officerId: string, key: string = randomUUID()): Promise<CommandContext> {
    const found = await new CandidateRepository(this.database.manager).standing(officerId);
    if (found === undefined) throw new Error('the officer was disabled');
    const actor = { ...found, username: officerId, language: 'en' };
    return { actor, key, requestId: `request-${key}`, language: 'en' };
  }
}

/** The code of a refusal, or undefined when it was done. Anything but a refusal is thrown on. */
export async function codeOf(work: Promise<unknown>): Promise<string | undefined> {
  try {
    await work;
    return undefined;
  } catch (error) {
    if (error instanceof DomainError) return error.code;
    throw error;
  }
}

/** Sets the programme's calendar to 9 o'clock of a day in Jakarta. */
export async function setToday(database: DataSource, day: string): Promise<void> {
  await database.manager.query(
    `update programme_clock
        set offset_ms = round(1000 * extract(epoch from ($1::date + time '09:00') at time zone 'Asia/Jakarta' - now()))`,
    [day],
  );
}
