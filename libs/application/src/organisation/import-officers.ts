import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { activationHash, newActivationCode } from '#auth';
import {
  actingPolicyOf,
  checkOfficerRow,
  DomainError,
  type OfficerEntry,
  type OfficerFinding,
  OfficerImport,
  type PlannedAppointment,
  signs,
  whyNotRegistered,
} from '#domain';
import { readOfficerRows } from '#files';
import { type Language, translate } from '#messages';
import {
  AppointmentRepository,
  AuditRepository,
  inTransaction,
  OfficerImportRepository,
  OfficerRepository,
  PersonVault,
  ProgrammeClockRepository,
  PolicyRepository,
} from '#persistence';
import { inWords } from '../shared/detail-words.js';
import type { SignedIn } from '../shared/command-context.js';
import type { UploadedFile } from '../shared/uploaded-file.js';
import { codeExpiry } from './accounts.js';
import { tellOfProposal } from './tell-of-proposal.js';
import type { OfficerImportAnswer } from './organisation.schemas.js';

const MOST_FINDINGS = 1_000;
const MOST_CHANGES = 500;
const REASON = 'list of officers';

interface Judged {
  readonly rows: number;
  readonly findings: readonly OfficerFinding[];
  readonly planned: readonly PlannedAppointment[];
}

interface Importer {
  readonly actor: SignedIn;
  readonly language: Language;
  readonly requestId: string;
}

/** Takes a list of officers whole or not at all; the same list again changes nothing, so a repeat is safe. */
@Injectable()
export class ImportOfficers {
  constructor(
    private readonly database: DataSource,
    private readonly vault: PersonVault,
  ) {}

  /** What a list would do, and every mistake in it; nothing is kept. */
  async check(importer: Importer, file: UploadedFile): Promise<OfficerImportAnswer> {
    const judged = await this.judge(this.database.manager, importer.actor, file);
    return answer(importer.language, file, judged, false, []);
  }

  /** Throws IMPORT_FILE_CHANGED when another file was checked, IMPORT_FINDINGS when there is a mistake in it. */
  async apply(importer: Importer, file: UploadedFile, sha256: string | undefined): Promise<OfficerImportAnswer> {
    if (sha256 !== file.sha256) throw new DomainError('IMPORT_FILE_CHANGED', 'this is not the file that was checked');
    return inTransaction(this.database, async (manager) => {
      await new AppointmentRepository(manager).lockRegister();
      const judged = await this.judge(manager, importer.actor, file);
      const { length } = judged.findings;
      if (length > 0) throw new DomainError('IMPORT_FINDINGS', 'the list has mistakes', { mistakes: String(length) });
      const codes = await this.write(manager, importer, file, judged.planned);
      return answer(importer.language, file, judged, true, codes);
    });
  }

  private async write(
    manager: EntityManager,
    { actor, requestId }: Importer,
    { sha256 }: UploadedFile,
    planned: readonly PlannedAppointment[],
  ): Promise<OfficerImportAnswer['codes']> {
    const expiresAt = codeExpiry();
    const codes = new Map<string, OfficerImportAnswer['codes'][number]>();
    const signing = new Set(planned.filter(({ role }) => signs(role)).map(({ username }) => username));
    const staged = planned.map((line) => {
      // The code of an officer who signs is fetched by the second person.
      const isFirst = line.isNewOfficer && !codes.has(line.username) && !signing.has(line.username);
      const code = isFirst ? newActivationCode() : undefined;
      const { username, fullName } = line;
      if (code !== undefined) codes.set(username, { username, fullName, code, expiresAt });
      return {
        ...line,
        kkHash: line.kk === undefined ? null : this.vault.indexOf(line.kk),
        codeHash: code === undefined ? null : activationHash(code),
      };
    });
    const imports = new OfficerImportRepository(manager);
    await imports.apply(staged, actor.officerId, REASON);
    await imports.audit(actor.officerId, requestId, sha256);
    await this.tell(manager, actor, sha256, planned);
    await new AuditRepository(manager).note({
      ...{ officerId: actor.officerId, action: 'officers.imported', subjectType: 'organisation', subjectId: sha256 },
      ...{ requestId, details: { sha256, rows: planned.length, newOfficers: codes.size } },
    });
    return [...codes.values()];
  }

  /** Whoever may confirm is told once of the whole list. */
  private async tell(
    manager: EntityManager,
    { officerId: proposedBy }: SignedIn,
    sha256: string,
    planned: readonly PlannedAppointment[],
  ): Promise<void> {
    const proposed = planned.filter(({ change, role }) => change === 'added' && signs(role));
    for (const { role, office, username } of proposed) {
      const officerId = (await new OfficerRepository(manager).byUsername(username))?.id;
      if (officerId === undefined) throw new Error('an entered officer has a row');
      const post = { officerId, role, territoryCode: office.territoryCode, proposedBy };
      await tellOfProposal(manager, post, `import:${sha256}:${role}:${office.territoryCode}`);
    }
  }

  private async judge(manager: EntityManager, actor: SignedIn, file: UploadedFile): Promise<Judged> {
    const entries: OfficerEntry[] = [];
    const findings: OfficerFinding[] = [];
    let rows = 0;
    for await (const row of readOfficerRows(file.path)) {
      const { entry, findings: found } = checkOfficerRow(row);
      rows += 1;
      if (entry !== undefined) entries.push(entry);
      findings.push(...found);
    }
    const names = {
      usernames: distinct(entries.map(({ username }) => username)),
      offices: distinct(entries.map(({ office }) => office.name)),
      codes: distinct(entries.map(({ office }) => office.territoryCode)),
    };
    const today = await new ProgrammeClockRepository(manager).today();
    const policy = actingPolicyOf(await new PolicyRepository(manager).ofOffices());
    const known = await new OfficerImportRepository(manager).known(names, today, policy);
    const list = new OfficerImport(known, (officerId, post) => whyNotRegistered(actor, officerId, post));
    list.addAll(entries);
    const all = [...findings, ...list.findings].sort((left, right) => left.row - right.row);
    return { rows, findings: all, planned: list.planned };
  }
}

const distinct = (texts: readonly string[]): string[] => [...new Set(texts)];

function answer(
  language: Language,
  { sha256 }: UploadedFile,
  { rows, findings, planned }: Judged,
  isApplied: boolean,
  codes: OfficerImportAnswer['codes'],
): OfficerImportAnswer {
  const count = (change: PlannedAppointment['change']) => planned.filter((line) => line.change === change).length;
  const changing = planned.filter((line) => line.change !== 'unchanged');
  return {
    ...{ sha256, rows, codes, isApplied },
    ...{ added: count('added'), ended: count('ended'), unchanged: count('unchanged') },
    newOfficers: distinct(planned.filter(({ isNewOfficer }) => isNewOfficer).map(({ username }) => username)).length,
    newOffices: distinct(planned.filter(({ isNewOffice }) => isNewOffice).map(({ office }) => office.name)).length,
    mistakes: findings.length,
    findings: findings.slice(0, MOST_FINDINGS).map(({ row, column, code, details }) => ({
      ...{ row, column, code },
      message: translate(language, `errors:${code}`, inWords(language, details)),
    })),
    changes: changing.slice(0, MOST_CHANGES).map((line) => ({
      ...{ row: line.row, change: line.change === 'ended' ? 'ended' : 'added' },
      ...{ username: line.username, fullName: line.fullName, office: line.office.name, role: line.role },
      ...{ validFrom: line.validFrom, validTo: line.validTo ?? null },
      ...{ isNewOfficer: line.isNewOfficer, isNewOffice: line.isNewOffice },
    })),
  };
}
