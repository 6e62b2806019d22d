import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import {
  demandProof,
  DomainError,
  hadNoHand,
  isSecondHand,
  type Power,
  territoriesWith,
  WorkingCalendar,
} from '#domain';
import {
  CaseSanctionRepository,
  type CaseSanctionRow,
  HolidayRepository,
  NotificationRepository,
  PeriodRepository,
  ProgrammeClockRepository,
} from '#persistence';
import { noteBy } from '../audit/note-by.js';
import type { CommandContext } from '../shared/command-context.js';
import { Commands } from '../shared/commands.js';
import type { ActOnCaseSanction, CaseSanctionAct } from './case-sanctions.schemas.js';

interface Rule {
  readonly power: Power;
  readonly from: CaseSanctionRow['state'];
  /** Whose hands must not be in it already. */
  readonly hands: typeof isSecondHand;
}
const anybody = (): boolean => true;

/** Which office may do what, out of which state, and who of it may not. */
export const SANCTION_RULES: Readonly<Record<CaseSanctionAct, Rule>> = {
  verify: { power: 'sanction:verify', from: 'proposed', hands: isSecondHand },
  refuse: { power: 'sanction:verify', from: 'proposed', hands: isSecondHand },
  object: { power: 'sanction:object', from: 'verified', hands: anybody },
  uphold: { power: 'sanction:settle', from: 'objected', hands: hadNoHand },
  reject: { power: 'sanction:settle', from: 'objected', hands: hadNoHand },
  lift: { power: 'sanction:settle', from: 'in_force', hands: hadNoHand },
};

/** Suspensions and exclusions: verified by a second person, objected to by the family through city or kelurahan, settled by a third. */
@Injectable()
export class CaseSanctionService {
  constructor(
    private readonly calendar: WorkingCalendar,
    private readonly commands: Commands,
  ) {}

  /**
   * Throws CASE_SANCTION_UNKNOWN outside the power's territory, too; CASE_SANCTION_STATE when it has gone on, CASE_SANCTION_OWN_HAND
   * for who had a hand in it, CASE_SANCTION_TERM_OVER for an objection after its last day.
   */
  async act(context: CommandContext, id: string, command: ActOnCaseSanction): Promise<{ id: string }> {
    return this.commands.run(context, `case-sanction:${id}`, command, async (manager) => {
      const { act, reason = '' } = command;
      if (act !== 'refuse' && act !== 'object') demandProof(context.actor);
      const { power, from, hands } = SANCTION_RULES[act];
      const sanctions = new CaseSanctionRepository(manager);
      const sanction = await sanctions.find(id, territoriesWith(context.actor, power));
      const { officerId } = context.actor;
      if (sanction.state !== from) {
        throw new DomainError('CASE_SANCTION_STATE', 'it has gone on', { sanctionState: sanction.state });
      }
      if (!hands(sanction, officerId)) {
        throw new DomainError('CASE_SANCTION_OWN_HAND', 'the officer had a hand in it', { officer: sanction.decider });
      }
      if (act === 'verify') await this.verify(manager, sanction, officerId);
      if (act === 'refuse') await sanctions.settle(id, 'refused', officerId, reason);
      if (act === 'object') await this.object(manager, sanction, officerId, reason);
      if (act === 'uphold' || act === 'lift') await sanctions.settle(id, 'lifted', officerId, reason);
      if (act === 'reject') await sanctions.settle(id, 'in_force', officerId, reason);
      await noteBy(manager, context, {
        ...{ action: `case-sanction.${act}`, subjectType: 'case-sanction', subjectId: id },
        ...{ territoryCode: sanction.kelurahanCode, details: { kind: sanction.kind, caseId: sanction.caseId } },
      });
      return { id };
    });
  }

  private async verify(manager: EntityManager, sanction: CaseSanctionRow, officerId: string): Promise<void> {
    const until = await this.dayIn(manager, sanction, 'case_sanction.objection_days');
    await new CaseSanctionRepository(manager).verify(
      sanction.id,
      officerId,
      until,
      letterHash(sanction, officerId, until),
    );
  }

  /** Whoever settles it hears of it: head of Dinsos and mayor. */
  private async object(
    manager: EntityManager,
    sanction: CaseSanctionRow,
    officerId: string,
    objection: string,
  ): Promise<void> {
    const today = await new ProgrammeClockRepository(manager).today();
    if (sanction.objectionUntil === null || today > sanction.objectionUntil) {
      throw new DomainError('CASE_SANCTION_TERM_OVER', 'the term of objection is over', {
        day: sanction.objectionUntil,
      });
    }
    const dueOn = await this.dayIn(manager, sanction, 'case_sanction.answer_days');
    await new CaseSanctionRepository(manager).object(sanction.id, officerId, objection, dueOn);
    const message = {
      kind: 'case-sanction.objected',
      key: `case-sanction.objected:${sanction.id}`,
      details: {},
    } as const;
    for (const role of ['dinsos_head', 'mayor'] as const) {
      await new NotificationRepository(manager).tellOffice(role, sanction.cityCode, message);
    }
  }

  private async dayIn(
    manager: EntityManager,
    { periodId, kelurahanCode }: CaseSanctionRow,
    key: string,
  ): Promise<string> {
    const policy = await new PeriodRepository(manager).policyOf(periodId);
    const calendars = await new HolidayRepository(manager).calendars(this.calendar);
    const today = await new ProgrammeClockRepository(manager).today();
    return calendars.for(kelurahanCode).addWorkingDays(today, policy.count(key));
  }
}

/** What the letter says, without the person: whoever holds it can look it up. */
const letterHash = ({ id, kind, caseId, finding }: CaseSanctionRow, verifiedBy: string, until: string): string =>
  createHash('sha256').update([id, kind, caseId, finding, verifiedBy, until].join('|')).digest('hex');
