import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { DomainError } from '#domain';
import { type Language, translate } from '#messages';
import type { SignedIn } from '../shared/command-context.js';
import type { UploadedFile } from '../shared/uploaded-file.js';
import { importRegions, type RegionImport } from './import-regions.js';
import type { RegionImportAnswer } from './territories.schemas.js';

interface Importer {
  readonly actor: SignedIn;
  readonly language: Language;
  readonly requestId: string;
}

/** Lists of regions that operators send: checked first, then taken as they were checked. A repeat changes nothing. */
@Injectable()
export class RegionLists {
  constructor(private readonly database: DataSource) {}

  /** What a list would do, and every mistake in it; nothing is kept. */
  async check({ language }: Importer, file: UploadedFile): Promise<RegionImportAnswer> {
    return inSentences(language, await importRegions(this.database, file.path, { isTrial: true }));
  }

  /** Throws IMPORT_FILE_CHANGED when another file was checked, IMPORT_FINDINGS when there is a mistake in it. */
  async apply(importer: Importer, file: UploadedFile, sha256: string | undefined): Promise<RegionImportAnswer> {
    if (sha256 !== file.sha256) throw new DomainError('IMPORT_FILE_CHANGED', 'this is not the file that was checked');
    const by = { officerId: importer.actor.officerId, requestId: importer.requestId };
    const done = await importRegions(this.database, file.path, { by });
    if (done.isApplied) return inSentences(importer.language, done);
    throw new DomainError('IMPORT_FINDINGS', 'the list has mistakes', { mistakes: String(done.mistakes) });
  }
}

/** The same report with a sentence for each issue. */
export function inSentences(language: Language, { issues, ...counts }: RegionImport): RegionImportAnswer {
  const sentences = issues.map((issue) => ({
    ...issue,
    details: { ...issue.details },
    message: translate(language, `errors:${issue.code}`, issue.details),
  }));
  return { ...counts, issues: sentences };
}
