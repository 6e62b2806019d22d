import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import {
  covers,
  DomainError,
  isAboutLeadership,
  officeAbove,
  type Power,
  territoriesWith,
  WorkingCalendar,
} from '#domain';
import { ComplaintRepository, type ComplaintRow, ComplaintStoryRepository, PersonVault } from '#persistence';
import { noteBy } from '../audit/note-by.js';
import type { CommandContext } from '../shared/command-context.js';
import { Commands } from '../shared/commands.js';
import { sealText, secretOf } from './complaint-content.js';
import { actOnAnswer } from './act-on-answer.js';
import { ComplaintDays } from './complaint-days.js';
import { mayAct, sightOf } from './complaint-sight.js';
import type {
  AppealDecision,
  ComplaintAnswer,
  ComplaintMerge,
  ComplaintReturn,
  ComplaintWait,
  NewComplaintForm,
} from './complaints.schemas.js';
import { goOn } from './follow-complaint.js';
import { takeIn } from './take-in.js';
import { tellOffice, tellWorkflow } from './tell-office.js';

interface Act {
  readonly manager: EntityManager;
  readonly complaints: ComplaintRepository;
  readonly story: ComplaintStoryRepository;
  readonly days: ComplaintDays;
  readonly row: ComplaintRow;
  readonly officerId: string;
}

/** What offices do with complaints. Every act throws COMPLAINT_UNKNOWN, COMPLAINT_NOT_YOURS, COMPLAINT_OWN_HOUSEHOLD, COMPLAINT_STATE. */
@Injectable()
export class ComplaintDesk {
  constructor(
    private readonly vault: PersonVault,
    private readonly calendar: WorkingCalendar,
    private readonly commands: Commands,
  ) {}

  /** Somebody tells an officer. Throws COMPLAINT_PLACE outside their territory, COMPLAINT_NIK, COMPLAINT_PHONE. */
  async takeIn(context: CommandContext, form: NewComplaintForm) {
    const { officerId } = context.actor;
    const taken = await this.commands.run(context, 'complaint:take-in', form, async (manager) => {
      if (!territoriesWith(context.actor, 'complaint:intake').some((scope) => covers(scope, form.territoryCode))) {
        throw new DomainError('COMPLAINT_PLACE', 'outside the officer’s territory', { field: 'territoryCode' });
      }
      const submissionKey = randomUUID();
      const { secret: _kept, ...row } = await takeIn(
        manager,
        { vault: this.vault, calendar: this.calendar },
        { ...form, submissionKey, officerId },
      );
      await noteBy(manager, context, {
        ...{ action: 'complaint.taken-in', subjectType: 'complaint', subjectId: row.id },
        ...{ territoryCode: row.territoryCode, details: { number: row.number } },
      });
      return row;
    });
    // The receipt of the command keeps no secret.
    return { id: taken.id, number: taken.number, dueOn: taken.dueOn, secret: secretOf(this.vault, taken.id) };
  }

  async take(context: CommandContext, id: string): Promise<void> {
    await this.act(context, 'take', id, {}, async ({ complaints, story, row, officerId }) => {
      if (row.state !== 'received')
        throw new DomainError('COMPLAINT_STATE', 'somebody has taken it', { state: row.state });
      await complaints.become(row, 'in_work', {});
      await story.note(row.id, { kind: 'taken', officerId });
    });
  }

  /** Its clock stands until a day. Throws COMPLAINT_DAY for one that is past or too far. */
  async wait(context: CommandContext, id: string, wait: ComplaintWait): Promise<void> {
    await this.act(context, 'wait', id, wait, async ({ complaints, story, days, row, officerId }) => {
      const to = days.within(row.territoryCode, 'wait_days_most');
      if (wait.until <= days.today || wait.until > to) {
        throw new DomainError('COMPLAINT_DAY', 'a complaint waits until a day to come', { to, field: 'until' });
      }
      const { waitingFor, until } = wait;
      const change = { waiting_for: waitingFor, waiting_since: days.today, waiting_until: until };
      await complaints.become(row, 'waiting', change);
      const sealed = sealText(this.vault, wait.note);
      await story.note(row.id, { kind: 'waits', officerId, details: { waitingFor, until }, sealed });
    });
  }

  async resume(context: CommandContext, id: string): Promise<void> {
    await this.act(context, 'resume', id, {}, async ({ manager, days, row, officerId }) => {
      if (row.state !== 'waiting') throw new DomainError('COMPLAINT_STATE', 'it does not wait', { state: row.state });
      await goOn(manager, days, row, officerId);
    });
  }

  /** The answer goes out, with what it sets going (`actOnAnswer`); that to a restricted complaint waits for a second person. */
  async answer(context: CommandContext, id: string, answer: ComplaintAnswer): Promise<void> {
    const { outcome, text } = answer;
    await this.act(context, 'answer', id, answer, async (act) => {
      const { complaints, story, days, row, officerId, manager } = act;
      await actOnAnswer({ manager, vault: this.vault, calendar: this.calendar, context }, row, answer);
      const content = { outcome, answer_sealed: sealText(this.vault, text), proposed_by: officerId };
      if (row.isRestricted) {
        await complaints.become(row, 'proposed', content);
        await story.note(row.id, { kind: 'proposed', officerId, details: { outcome } });
        await tellOffice(manager, row, officeAbove(row.office), 'proposed', `proposed:${context.requestId}`);
        return;
      }
      const until = days.within(row.territoryCode, 'appeal_days');
      await complaints.become(row, 'answered', { ...content, answered_by: officerId, appeal_until: until });
      await story.note(row.id, { kind: 'answered', officerId, details: { outcome, until } });
    });
  }

  /** A second person lets the answer go out. Throws COMPLAINT_SECOND for who wrote it. */
  async approve(context: CommandContext, id: string): Promise<void> {
    await this.act(context, 'approve', id, {}, async ({ complaints, story, days, row, officerId }) => {
      if (row.state !== 'proposed') throw new DomainError('COMPLAINT_STATE', 'nothing waits', { state: row.state });
      if (row.proposedBy === officerId) throw new DomainError('COMPLAINT_SECOND', 'a second person approves');
      const until = days.within(row.territoryCode, 'appeal_days');
      await complaints.become(row, 'answered', { answered_by: officerId, appeal_until: until });
      await story.note(row.id, { kind: 'answered', officerId, details: { outcome: row.outcome ?? '', until } });
    });
  }

  /** The answer does not go out, and whoever works on it reads why. Its clock has run on. */
  async giveBack(context: CommandContext, id: string, { note }: ComplaintReturn): Promise<void> {
    await this.act(context, 'return', id, { note }, async ({ complaints, story, row, officerId }) => {
      if (row.state !== 'proposed') throw new DomainError('COMPLAINT_STATE', 'nothing waits', { state: row.state });
      await complaints.become(row, 'in_work', {});
      await story.note(row.id, { kind: 'returned', officerId, sealed: sealText(this.vault, note) });
    });
  }

  /** It repeats another, and has the answer of that one. Throws COMPLAINT_MERGE for one that is closed, itself, of another city, or seen by others. */
  async merge(context: CommandContext, id: string, { into }: ComplaintMerge): Promise<void> {
    await this.act(context, 'merge', id, { into }, async ({ complaints, story, row, officerId }) => {
      const other = await complaints.findNumber(sightOf(context.actor), into);
      const isOpen = ['received', 'in_work', 'waiting', 'proposed'].includes(other.state);
      const isAlike =
        other.isRestricted === row.isRestricted &&
        isAboutLeadership(other.kind) === isAboutLeadership(row.kind) &&
        other.number.slice(0, 5) === row.number.slice(0, 5);
      if (other.id === row.id || !isOpen || !isAlike) throw new DomainError('COMPLAINT_MERGE', 'not its repeat');
      const nothing = { waiting_for: null, waiting_since: null, waiting_until: null };
      await complaints.become(row, 'merged', { ...nothing, merged_into: other.id });
      await story.note(row.id, { kind: 'merged', officerId, details: { number: other.number } });
      await story.note(other.id, { kind: 'merged', officerId, details: { number: row.number } });
    });
  }

  /** The last word on an appeal, by none of those who answered. Throws COMPLAINT_SECOND. */
  async decide(context: CommandContext, id: string, { result, outcome, text }: AppealDecision): Promise<void> {
    const input = { result, outcome, text };
    await this.act(context, 'decide', id, input, async ({ complaints, story, row, officerId }) => {
      if ([row.proposedBy, row.answeredBy].includes(officerId)) {
        throw new DomainError('COMPLAINT_SECOND', 'who answered does not decide on the appeal');
      }
      const kept = result === 'upheld' ? (row.outcome ?? outcome) : outcome;
      const change = { outcome: kept, answer_sealed: sealText(this.vault, text), decided_by: officerId };
      await complaints.become(row, 'decided', change);
      await story.note(row.id, { kind: 'decided', officerId, details: { result, outcome: kept } });
    });
  }

  private async act(
    context: CommandContext,
    name: string,
    id: string,
    input: unknown,
    work: (act: Act) => Promise<void>,
  ): Promise<void> {
    const power: Power = ['approve', 'return', 'decide'].includes(name) ? 'complaint:decide' : 'complaint:handle';
    await this.commands.run(context, `complaint:${name}:${id}`, input, async (manager) => {
      const complaints = new ComplaintRepository(manager);
      const row = await complaints.find(sightOf(context.actor), id, true);
      const { officerId } = context.actor;
      if (!mayAct(context.actor, row, power)) throw new DomainError('COMPLAINT_NOT_YOURS', 'another office acts');
      if (await complaints.isOwnHousehold(id, officerId)) {
        throw new DomainError('COMPLAINT_OWN_HOUSEHOLD', 'about the officer’s own household');
      }
      const days = await ComplaintDays.read(manager, this.calendar);
      await work({ manager, complaints, story: new ComplaintStoryRepository(manager), days, row, officerId });
      await tellWorkflow(manager, id);
      await noteBy(manager, context, {
        ...{ action: `complaint.${name}`, subjectType: 'complaint', subjectId: id },
        ...{ territoryCode: row.territoryCode, details: { number: row.number } },
      });
      return {};
    });
  }
}
