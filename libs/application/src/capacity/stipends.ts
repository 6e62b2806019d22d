import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { z } from 'zod';
import {
  addMonths,
  covers,
  demandAnothers,
  demandMonthOver,
  demandOwn,
  demandProof,
  demandWaiting,
  DomainError,
  monthDays,
  Policy,
  stipendLine,
  territoriesWith,
} from '#domain';
import {
  NotificationRepository,
  PolicyRepository,
  ProgrammeClockRepository,
  ReferenceRepository,
  StipendRepository,
  type StipendStatementRow,
} from '#persistence';
import { noteBy } from '../audit/note-by.js';
import { demandProgramme } from '../programmes/demand-programme.js';
import { Commands } from '../shared/commands.js';
import type { CommandContext, SignedIn } from '../shared/command-context.js';
import { seenBy } from '../shared/proposals.js';
import type { NewStipendStatement, OwnStipends, StipendRefusal, Stipends } from './stipends.schemas.js';

/** What TKSK are paid by month: stated from facts by one person of the city, approved by another. */
@Injectable()
export class StipendService {
  constructor(
    private readonly database: DataSource,
    private readonly commands: Commands,
  ) {}

  async list(actor: SignedIn): Promise<z.infer<typeof Stipends>> {
    const { manager } = this.database;
    const scopes = territoriesWith(actor, 'stipend:read');
    const rows = await new StipendRepository(manager).list(scopes);
    const today = await new ProgrammeClockRepository(manager).today();
    const cities = await new ReferenceRepository(manager).named(territoriesWith(actor, 'stipend:propose'));
    return {
      programmes: await new PolicyRepository(manager).programmes(),
      cities: cities.map(({ code, name }) => ({ code, name })),
      lastMonth: addMonths(`${today.slice(0, 7)}-01`, -1).slice(0, 7),
      statements: rows.map((row) => seenBy(actor, withoutIds(row))),
    };
  }

  /** The reader's own, of statements that were approved; a corrected month in its newest version. */
  async own({ officerId }: SignedIn): Promise<z.infer<typeof OwnStipends>> {
    const rows = await new StipendRepository(this.database.manager).ofOfficer(officerId);
    return rows.map(({ decidedAt, line: { officerId: _own, ...line }, ...row }) => ({
      ...row,
      approvedAt: decidedAt,
      line,
    }));
  }

  /** One statement as a pay list. Throws STIPEND_UNKNOWN outside the reader's territory, too. */
  async find(actor: SignedIn, id: string): Promise<StipendStatementRow> {
    return this.database.transaction((manager) =>
      new StipendRepository(manager).find(id, territoriesWith(actor, 'stipend:read')),
    );
  }

  /**
   * States a month that is over, by the rates of its last day; the heads of the city are told. Throws PROGRAMME_UNKNOWN, STIPEND_CITY outside the
   * territory, STIPEND_MONTH, STIPEND_EMPTY where nobody served, STIPEND_SAME where the approved statement says the same already,
   * STIPEND_PROPOSED while another waits.
   */
  async propose(context: CommandContext, command: NewStipendStatement): Promise<{ id: string }> {
    return this.commands.run(context, 'stipend:propose', command, async (manager) => {
      const { programme, cityCode, month } = command;
      await demandProgramme(manager, programme);
      if (!territoriesWith(context.actor, 'stipend:propose').some((scope) => covers(scope, cityCode)))
        throw new DomainError('STIPEND_CITY', 'another city', { field: 'cityCode' });
      demandMonthOver(month, await new ProgrammeClockRepository(manager).today());
      const stated = await state(manager, command);
      const stipends = new StipendRepository(manager);
      if ((await stipends.approvedHash(command)) === stated.contentHash)
        throw new DomainError('STIPEND_SAME', 'it was approved as it is', { month });
      const id = await stipends.propose({ ...command, ...stated, proposedBy: context.actor.officerId });
      if (id === undefined) throw new DomainError('STIPEND_PROPOSED', 'a statement of the month waits', { month });
      await note(manager, context, 'stipend.proposed', await stipends.find(id, [cityCode]));
      const message = { kind: 'stipend.proposed', key: `stipend.proposed:${id}`, details: { month } } as const;
      await new NotificationRepository(manager).tellOffice('dinsos_head', cityCode, message);
      return { id };
    });
  }

  /**
   * What is approved is what the facts still say. Throws STIPEND_UNKNOWN, STIPEND_DECIDED, STIPEND_OWN, STIPEND_CHANGED where appointments or
   * visits of the month have changed since.
   */
  async approve(context: CommandContext, id: string): Promise<{ id: string }> {
    return this.commands.run(context, `stipend:approve:${id}`, {}, async (manager) => {
      demandProof(context.actor);
      const statement = await anothers(manager, context, id);
      if ((await state(manager, statement)).contentHash !== statement.contentHash)
        throw new DomainError('STIPEND_CHANGED', 'the facts have changed', { month: statement.month });
      return end(manager, context, statement, 'approved');
    });
  }

  /** The proposer hears why. Throws STIPEND_UNKNOWN, STIPEND_DECIDED, STIPEND_OWN. */
  async refuse(context: CommandContext, id: string, { reason }: StipendRefusal): Promise<{ id: string }> {
    return this.commands.run(context, `stipend:refuse:${id}`, { reason }, async (manager) =>
      end(manager, context, await anothers(manager, context, id), 'refused', reason),
    );
  }

  /** Takes back one's own proposal. Throws STIPEND_UNKNOWN, STIPEND_DECIDED, STIPEND_NOT_OWN. */
  async withdraw(context: CommandContext, id: string): Promise<{ id: string }> {
    return this.commands.run(context, `stipend:withdraw:${id}`, {}, async (manager) => {
      const statement = await waiting(manager, id, territoriesWith(context.actor, 'stipend:propose'));
      demandOwn(statement, context.actor.officerId, { code: 'STIPEND_NOT_OWN' });
      return end(manager, context, statement, 'withdrawn');
    });
  }
}

const withoutIds = (row: StipendStatementRow) => ({
  ...row,
  lines: row.lines.map(({ officerId: _id, ...line }) => line),
});

type Stated = Pick<StipendStatementRow, 'monthRupiah' | 'visitRupiah' | 'lines' | 'totalRupiah' | 'contentHash'>;

/** A month's statement from the facts as they are now; the same facts and rates give the same hash. Throws STIPEND_EMPTY. */
async function state(
  manager: EntityManager,
  { programme, cityCode, month }: Pick<StipendStatementRow, 'programme' | 'cityCode' | 'month'>,
): Promise<Stated> {
  const { last, days } = monthDays(month);
  const policy = Policy.on(last, await new PolicyRepository(manager).parametersOf(programme));
  const rates = {
    monthRupiah: policy.rupiah('stipend.rupiah_per_month'),
    visitRupiah: policy.rupiah('stipend.rupiah_per_visit'),
  };
  const facts = await new StipendRepository(manager).facts(cityCode, month);
  if (facts.length === 0) throw new DomainError('STIPEND_EMPTY', 'nobody served in the month', { month });
  const lines = facts.map((one) => stipendLine(one, rates, days));
  const totalRupiah = lines.reduce((sum, line) => sum + BigInt(line.totalRupiah), 0n).toString();
  const content = [
    ...[programme, cityCode, month, `${rates.monthRupiah}`, `${rates.visitRupiah}`],
    ...lines.map((line) => [line.officerId, line.placeCode, line.servedDays, line.visits, line.totalRupiah].join('|')),
  ].join('\n');
  return {
    ...{ monthRupiah: `${rates.monthRupiah}`, visitRupiah: `${rates.visitRupiah}`, lines, totalRupiah },
    contentHash: createHash('sha256').update(content).digest('hex'),
  };
}

async function end(
  manager: EntityManager,
  context: CommandContext,
  statement: StipendStatementRow,
  to: 'approved' | 'refused' | 'withdrawn',
  reason?: string,
): Promise<{ id: string }> {
  const { id, month, proposedBy } = statement;
  await new StipendRepository(manager).end(id, to, { officerId: context.actor.officerId, reason });
  await note(manager, context, `stipend.${to}`, statement);
  if (to !== 'withdrawn') {
    const message = { kind: 'stipend.decided', key: `stipend.decided:${id}`, details: { month, state: to } } as const;
    await new NotificationRepository(manager).tell([proposedBy], message);
  }
  return { id };
}

async function waiting(manager: EntityManager, id: string, scopes: readonly string[]): Promise<StipendStatementRow> {
  const statement = await new StipendRepository(manager).find(id, scopes);
  demandWaiting(statement, { code: 'STIPEND_DECIDED' });
  return statement;
}

async function anothers(manager: EntityManager, context: CommandContext, id: string): Promise<StipendStatementRow> {
  const statement = await waiting(manager, id, territoriesWith(context.actor, 'stipend:approve'));
  demandAnothers(statement, context.actor.officerId, { code: 'STIPEND_OWN' });
  return statement;
}

const note = (manager: EntityManager, context: CommandContext, action: string, statement: StipendStatementRow) =>
  noteBy(manager, context, {
    ...{ action, subjectType: 'stipend_statement', subjectId: statement.id, territoryCode: statement.cityCode },
    details: {
      ...{ programme: statement.programme, month: statement.month, version: statement.version },
      ...{ totalRupiah: statement.totalRupiah, contentHash: statement.contentHash },
    },
  });
