import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { z } from 'zod';
import { DomainError } from '#domain';
import { findingIssue, type Language, noteIssue } from '#messages';
import { RosterFindingsRepository, RosterRepository } from '#persistence';
import type { SignedIn } from '../shared/command-context.js';
import { demandListSight } from './demand-list-sight.js';
import type { RosterReport } from './rosters.schemas.js';

/** As many rows as `amanah roster check` names; the numbers beside them are true however many there are. */
const MOST_ROWS = 20_000;

/** What was found in a file that was loaded, in the words and the shape of `amanah roster check`. */
@Injectable()
export class ReportOfFile {
  constructor(private readonly database: DataSource) {}

  /** Rows of the reader's territory. Throws FILE_UNKNOWN where the file or its city is not the reader's. */
  async read(actor: SignedIn, fileId: string, language: Language): Promise<z.infer<typeof RosterReport>> {
    const { manager } = this.database;
    const rosters = new RosterRepository(manager);
    const file = await rosters.file(fileId);
    const { cityCode } = await rosters.summary(file.rosterId);
    const territories = demandListSight(actor, cityCode, 'FILE_UNKNOWN');
    if (file.purpose !== 'roster') throw new DomainError('FILE_UNKNOWN', 'no list of families');
    const found = new RosterFindingsRepository(manager);
    const rows = await found.rows({ fileId, territories }, MOST_ROWS);
    const counted = [
      ...(await found.counts({ fileId, territories })),
      ...file.notes.map(({ code }) => ({ code, count: 1 })),
    ];
    const codes: Record<string, number> = {};
    for (const { code, count } of counted) codes[code] = (codes[code] ?? 0) + count;
    return {
      ...{
        file: file.name,
        sha256: file.sha256,
        rows: file.rowsRead,
        valid: file.rowsValid,
        warning: file.rowsWarning,
      },
      ...{ invalid: file.rowsInvalid, duplicate: file.rowsDuplicate, codes },
      issueCount: counted.reduce((total, { count }) => total + count, 0),
      issues: [
        ...file.notes.map((note) => noteIssue(language, note)),
        ...rows.flatMap(({ sheet, rowNumber: row, findings }) =>
          findings.map((finding) => findingIssue(language, finding, { sheet, row })),
        ),
      ],
    };
  }
}
