import type { EntityManager } from 'typeorm';
import { DomainError } from '#domain';
import type { PersonVault } from '../privacy/person-vault.js';
import type { AttachmentContent } from '../tasks/artefact/task-attachment.repository.js';
import { rowOf } from '../shared/unit-of-work.js';

export interface NewFamilyPaper {
  readonly familyId: string;
  readonly name: string;
  readonly mediaType: string;
  readonly sha256: string;
  readonly content: Buffer;
  readonly officerId: string;
}

/** Papers that speak for changes of families' records, sealed. */
export class FamilyPaperRepository {
  constructor(
    private readonly manager: EntityManager,
    private readonly vault: PersonVault,
  ) {}

  /** The same file again finds the first. Returns its id. */
  async add({ familyId, name, mediaType, sha256, content, officerId }: NewFamilyPaper): Promise<string> {
    const added = await rowOf<{ id: string }>(
      this.manager,
      `with added as (
         insert into family_paper (family_id, name, media_type, sha256, size_bytes, sealed, added_by, added_at)
         values ($1, $2, $3, $4, $5, $6, $7, programme_now()) on conflict (family_id, sha256) do nothing returning id)
       select id from added union all select id from family_paper where family_id = $1 and sha256 = $4 limit 1`,
      [familyId, name, mediaType, sha256, content.length, this.vault.sealBytes(content), officerId],
    );
    if (added === undefined) throw new Error('an added paper has a row');
    return added.id;
  }

  async isOf(familyId: string, paperId: string): Promise<boolean> {
    const sql = 'select 1 from family_paper where id = $2 and family_id = $1';
    return (await rowOf(this.manager, sql, [familyId, paperId])) !== undefined;
  }

  /** Throws FAMILY_PAPER_UNKNOWN. */
  async content(paperId: string): Promise<AttachmentContent> {
    const row = await rowOf<{ name: string; mediaType: string; sealed: Buffer }>(
      this.manager,
      'select name, media_type as "mediaType", sealed from family_paper where id = $1',
      [paperId],
    );
    if (row === undefined) throw new DomainError('FAMILY_PAPER_UNKNOWN', 'no such paper');
    return { name: row.name, mediaType: row.mediaType, content: this.vault.openBytes(row.sealed) };
  }
}
