import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { z } from 'zod';
import {
  type CheckListKind,
  covers,
  DomainError,
  type FamilyChangeContent,
  type RosterNote,
  taskRule,
  territoriesWith,
} from '#domain';
import { findingSentence, type Language, noteSentence, translate } from '#messages';
import {
  AuditRepository,
  FamilyChangeRepository,
  type FamilyRow,
  type TaskContext,
  PersonVault,
  ReferenceRepository,
  type RosterFileRow,
  RosterRepository,
  RosterRowRepository,
  TaskRepository,
} from '#persistence';
import { ByNumber, decodeCursor, toPage } from '../shared/page.js';
import { kindsOfLists } from './check-lists/load-check-list.js';
import { demandListSight } from './demand-list-sight.js';
import { demandRevealQuota } from '../privacy/reveal-quota.js';
import type { SignedIn } from '../shared/command-context.js';
import { TaskAuthority } from '../tasks/decision/task-authority.js';
import type { Family, FamilyPage, FamilyQuery, Person, Roster, RosterFile } from './rosters.schemas.js';

const REVEAL_SECONDS = 60;

/** Rosters as their readers may see them: masked, within their territories. */
@Injectable()
export class RosterReader {
  constructor(
    private readonly database: DataSource,
    private readonly vault: PersonVault,
  ) {}

  async find(actor: SignedIn, rosterId: string, language: Language): Promise<z.infer<typeof Roster>> {
    const { manager } = this.database;
    const rosters = new RosterRepository(manager);
    const { contentHash: _contentHash, matched: _matched, ...roster } = await rosters.summary(rosterId);
    const scopes = demandListSight(actor, roster.cityCode);
    const territories = await new ReferenceRepository(manager).territoriesBelow(roster.cityCode);
    const counts = await new RosterRowRepository(manager).verdictCounts(rosterId);
    return {
      ...roster,
      files: (await rosters.files(rosterId)).map((file) => this.viewFile(file, language)),
      kelurahan: counts
        .filter(({ kelurahanCode }) => scopes.some((scope) => covers(scope, kelurahanCode)))
        .map((row) => ({
          ...row,
          name: territories.find(({ code }) => code === row.kelurahanCode)?.name ?? row.kelurahanCode,
        })),
    };
  }

  async file(fileId: string, language: Language): Promise<z.infer<typeof RosterFile>> {
    return this.viewFile(await new RosterRepository(this.database.manager).file(fileId), language);
  }

  async families(
    actor: SignedIn,
    rosterId: string,
    query: FamilyQuery,
    language: Language,
  ): Promise<z.infer<typeof FamilyPage>> {
    const rows = await new RosterRowRepository(this.database.manager).page({
      ...query,
      rosterId,
      territories: territoriesWith(actor, 'roster:read'),
      afterId: decodeCursor(query.cursor, ByNumber)?.id,
      limit: query.limit + 1,
    });
    const page = toPage(rows, query.limit, ({ id }) => ({ id }));
    const kinds = await kindsOfLists(this.database);
    return { rows: page.rows.map((row) => viewFamily(row, language, kinds)), next: page.next };
  }

  /** Opens one record for a minute and writes down who did so and why. */
  async reveal(actor: SignedIn, rowId: string, purpose: string, requestId: string): Promise<z.infer<typeof Person>> {
    const { manager } = this.database;
    const { sealed, territoryCode, kpmCode } = await new RosterRowRepository(manager).sealed(rowId);
    if (!territoriesWith(actor, 'person:reveal').some((scope) => covers(scope, territoryCode))) {
      throw new DomainError('FAMILY_UNKNOWN', 'the family lies outside the reader’s territory');
    }
    await demandRevealQuota(this.database, actor, requestId);
    await new AuditRepository(manager).note({
      officerId: actor.officerId,
      action: 'person.revealed',
      subjectType: 'family',
      subjectId: rowId,
      territoryCode,
      requestId,
      details: { purpose },
    });
    const { motherName: _motherName, birthDate, ...person } = this.vault.open(sealed);
    const phone = await new FamilyChangeRepository(manager).phoneOfRow(rowId);
    return {
      ...person,
      ...(phone === undefined ? {} : phoneIn(this.vault.openBytes(phone))),
      ...(birthDate === undefined ? {} : { birthDate }),
      kpmCode,
      hideAt: new Date(Date.now() + REVEAL_SECONDS * 1000),
    };
  }

  /** The task under which a person may change this roster; refused with every reason when it is not theirs. */
  async demandTask(actor: SignedIn, taskId: string, kinds: readonly string[]): Promise<TaskContext> {
    const task = await new TaskRepository(this.database.manager).facts(taskId);
    if (
      !kinds.includes(task.kind) ||
      [...actor.appointments, ...(actor.standsFor ?? []).map((one) => one.appointment)].every(
        ({ role, territoryCode }) => role !== taskRule(task.kind).role || !covers(territoryCode, task.territoryCode),
      )
    ) {
      throw new DomainError('TASK_UNKNOWN', 'no such task for this person');
    }
    await new TaskAuthority(this.database.manager).demand(actor, { type: 'prepare' }, task);
    return task;
  }

  private viewFile(row: RosterFileRow, language: Language): z.infer<typeof RosterFile> {
    const { rosterId: _rosterId, sizeBytes: _sizeBytes, problem, notes, ...file } = row;
    const details = Object.fromEntries(
      Object.entries(problem?.details ?? {}).map(([key, value]) => [
        key,
        Array.isArray(value) ? value.join(', ') : value,
      ]),
    );
    return {
      ...file,
      notes: notes.map((note) => ({ ...placeOf(note), code: note.code, message: noteSentence(language, note) })),
      problem:
        problem === null
          ? null
          : { code: problem.code, message: translate(language, `errors:${problem.code}`, details) },
    };
  }
}

const phoneIn = (content: Buffer): { phone?: string | undefined } => ({
  phone: (JSON.parse(content.toString('utf8')) as FamilyChangeContent).after.phone,
});

const placeOf = ({ sheet, row }: RosterNote): Pick<RosterNote, 'sheet' | 'row'> => ({ sheet, row });

function viewFamily(row: FamilyRow, language: Language, kinds: readonly CheckListKind[]): z.infer<typeof Family> {
  const findings = row.findings.map((finding) => ({
    code: finding.code,
    column: finding.column,
    message: findingSentence(language, finding, { sheet: row.sheet, row: row.rowNumber }),
  }));
  return {
    ...row,
    state: row.state as z.infer<typeof Family>['state'],
    matchResult: row.matchResult as z.infer<typeof Family>['matchResult'],
    findings,
    listedAs: row.listedAs.map((code) => kinds.find(({ kind }) => kind === code)?.name ?? code),
  };
}
