import { randomInt } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import {
  buildKelurahanLookup,
  checkRosterRow,
  DomainError,
  isOpen,
  type OtherRecord,
  type RosterContext,
  type RosterNote,
  type RosterRow,
  rowDigest,
} from '#domain';
import { readIdentityResults, readRosterRows } from '#files';
import {
  AuditRepository,
  IdentityMatchRepository,
  inTransaction,
  type TaskContext,
  PersonVault,
  PeriodRepository,
  ProgrammeClockRepository,
  ReferenceRepository,
  RosterRepository,
  type StagedRow,
  TaskRepository,
} from '#persistence';
import { loadIssuingRegions } from '#policies';
import { noteBy } from '../audit/note-by.js';
import { ConfirmedChanges } from '../families/confirmed-changes.js';
import { standingActor } from '../delegation/standing-actor.js';
import { Commands } from '../shared/commands.js';
import { TaskAuthority } from '../tasks/decision/task-authority.js';
import type { CommandContext, SignedIn } from '../shared/command-context.js';
import type { UploadedFile } from '../shared/uploaded-file.js';

const PROGRESS_EVERY_ROWS = 2_000;
/** A list whose every other line is a total is told of often enough. */
const MOST_NOTES = 200;
/** A digest of a row is compared within its file only, so each file has its own. */
const MOST_SEED = 2 ** 32;

/** What rows are judged by: the rules of the city and period, and what was confirmed of its families. */
interface JudgedBy {
  readonly context: RosterContext;
  readonly changes: ConfirmedChanges;
}

/** The open task under which a roster is filled. */
type RosterTask = Pick<TaskContext, 'id' | 'subjectId'>;

/**
 * Loads a roster file or a match result into a roster: whole or not at all, and the same file only once. The task is
 * locked meanwhile, so that nobody submits a list that is still being read, and nothing is read into a submitted one.
 */
@Injectable()
export class ImportRoster {
  constructor(
    private readonly database: DataSource,
    private readonly vault: PersonVault,
    private readonly commands: Commands,
  ) {}

  /** Reads, judges, seals and stores every row. Returns the file's id; its row tells the counts or the refusal. */
  async importRoster(actor: SignedIn, task: RosterTask, file: UploadedFile): Promise<string> {
    const rosterId = task.subjectId;
    const roster = await new RosterRepository(this.database.manager).summary(rosterId);
    const context = await this.contextOf(roster.periodId, roster.cityCode);
    const changes = await ConfirmedChanges.of(this.database.manager, this.vault, roster.cityCode);
    return this.once(actor, task, 'roster', file, (manager, fileId) => {
      const notes: RosterNote[] = [];
      const rows = readRosterRows(file.path, {}, (note) => {
        if (notes.length < MOST_NOTES) notes.push(note);
      });
      return new RosterRepository(manager).loadRows(
        rosterId,
        fileId,
        this.staged(rows, { context, changes }, fileId),
        notes,
      );
    });
  }

  /**
   * Applies a Dukcapil result by NIK; families it does not name stay as they were. Name and card of whom it did not match are kept,
   * sealed: they are the registry's own, and somebody will have to compare.
   */
  async importIdentity(actor: SignedIn, task: RosterTask, file: UploadedFile): Promise<string> {
    const { vault } = this;
    async function* results() {
      for await (const row of readIdentityResults(file.path)) {
        const { kk, fullName, remark } = row;
        const record: OtherRecord = { kk, fullName, remark };
        const sealed = row.outcome === 'matched' ? null : vault.sealBytes(Buffer.from(JSON.stringify(record)));
        yield { nikHash: vault.indexOf(row.nik), result: row.outcome, sealed };
      }
    }
    return this.once(actor, task, 'identity', file, (manager, fileId) =>
      new IdentityMatchRepository(manager).apply(task.subjectId, fileId, results()),
    );
  }

  /** Takes a file and its rows back out of a draft. */
  async remove(context: CommandContext, task: RosterTask, fileId: string): Promise<void> {
    const rosterId = task.subjectId;
    await this.commands.run(context, `remove-file:${fileId}`, {}, async (manager) => {
      await this.lock(manager, context.actor, task.id);
      const rosters = new RosterRepository(manager);
      await rosters.dropFile(rosterId, fileId);
      await this.refresh(manager, rosterId, rosters);
      await noteBy(manager, context, {
        ...{ action: 'roster.file-removed', subjectType: 'roster', subjectId: rosterId },
        details: { fileId },
      });
      return {};
    });
  }

  private async once(
    actor: SignedIn,
    task: RosterTask,
    purpose: 'roster' | 'identity',
    file: UploadedFile,
    load: (manager: EntityManager, fileId: string) => Promise<void>,
  ): Promise<string> {
    const rosterId = task.subjectId;
    const rosters = new RosterRepository(this.database.manager);
    const noted = await rosters.startFile({ rosterId, purpose, ...file, uploadedBy: actor.officerId });
    if (!noted.isNew) return noted.id;
    try {
      await inTransaction(this.database, async (manager) => {
        await this.lock(manager, actor, task.id);
        const locked = new RosterRepository(manager);
        // Sent twice at once, the second has waited for the first.
        if ((await locked.file(noted.id)).state === 'done') return;
        await load(manager, noted.id);
        await this.refresh(manager, rosterId, locked);
        await new AuditRepository(manager).note({
          ...{
            officerId: actor.officerId,
            action: `roster.${purpose}-loaded`,
            subjectType: 'roster',
            subjectId: rosterId,
          },
          details: { sha256: file.sha256, sizeBytes: file.sizeBytes },
        });
      });
    } catch (error) {
      const problem =
        error instanceof DomainError ? { code: error.code, details: error.details } : { code: 'INTERNAL', details: {} };
      await rosters.failFile(noted.id, problem);
      throw error;
    }
    return noted.id;
  }

  /** Open, and still this person's to work on: both may have changed since the file began to arrive. */
  private async lock(manager: EntityManager, actor: SignedIn, taskId: string): Promise<void> {
    const task = await new TaskRepository(manager).lock(taskId);
    if (!isOpen(task.state))
      throw new DomainError('TASK_CLOSED', 'the roster has been submitted', { state: task.state });
    await new TaskAuthority(manager).demand(await standingActor(manager, actor), { type: 'prepare' }, task);
  }

  private async refresh(manager: EntityManager, rosterId: string, rosters: RosterRepository): Promise<void> {
    const hash = await rosters.seal(rosterId);
    await new TaskRepository(manager).refreshArtefact('roster', rosterId, hash);
  }

  private async *staged(rows: AsyncIterable<RosterRow>, judgedBy: JudgedBy, fileId: string): AsyncGenerator<StagedRow> {
    let read = 0;
    const seed = randomInt(MOST_SEED);
    for await (const row of rows) {
      yield this.stage(row, judgedBy, seed);
      read += 1;
      if (read % PROGRESS_EVERY_ROWS === 0) this.noteProgress(fileId, read);
    }
  }

  /**
   * Outside the loading transaction, so that whoever watches sees the number grow; not waited for, because who holds
   * a connection must not wait for a second. A number that is not noted is followed by the next.
   */
  private noteProgress(fileId: string, rowsRead: number): void {
    new RosterRepository(this.database.manager).setRowsRead(fileId, rowsRead).catch(() => undefined);
  }

  private stage(row: RosterRow, { context, changes }: JudgedBy, seed: number): StagedRow {
    const { person: written, state, findings, kelurahanCode } = checkRosterRow(row, context);
    const hash = (value: string): Buffer | null => (value === '' ? null : this.vault.indexOf(value));
    const nikHash = hash(written.nik);
    const { person, findings: applied } = changes.apply(written, nikHash);
    return {
      rowNumber: row.rowNumber,
      sheet: row.sheet,
      kelurahanCode: kelurahanCode ?? null,
      rtRw: person.rt === '' && person.rw === '' ? null : `${person.rt}/${person.rw}`,
      nikHash,
      nikTail: person.nik.slice(-4) || null,
      kkHash: hash(person.kk),
      accountHash: hash(person.accountNumber),
      rowDigest: rowDigest(row, seed),
      sealed: this.vault.seal(person),
      state: state === 'valid' && applied.length > 0 ? 'warning' : state,
      findings: JSON.stringify([...findings, ...applied]),
    };
  }

  private async contextOf(periodId: string, cityCode: string): Promise<RosterContext> {
    const { manager } = this.database;
    const territories = await new ReferenceRepository(manager).territoriesBelow(cityCode);
    const periods = new PeriodRepository(manager);
    const policy = await periods.policyOf(periodId);
    return {
      cityCode,
      channel: (await periods.find(periodId)).channel,
      regions: loadIssuingRegions(),
      territory: buildKelurahanLookup(
        cityCode,
        territories.map(({ code, name, parentCode }) => ({ code, name, parent: parentCode ?? '' })),
      ),
      asOf: await new ProgrammeClockRepository(manager).today(),
      monthlyRupiah: policy.rupiah('benefit.rupiah_per_month'),
    };
  }
}
