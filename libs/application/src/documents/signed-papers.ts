import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { z } from 'zod';
import { AssignmentLetterRepository, CaseSanctionRepository, PaperRepository } from '#persistence';
import type { SignedPaper } from './documents.schemas.js';

/** Whether a paper is what was signed, for whoever holds it: no session, and nothing of a person in the answer. */
@Injectable()
export class SignedPapers {
  constructor(private readonly database: DataSource) {}

  /** The signatures over the paper with this SHA-256, newest first; none where nobody has signed it. Upper case reads the same. */
  async ofHash(hash: string): Promise<z.infer<typeof SignedPaper>> {
    const wanted = hash.toLowerCase();
    const { manager } = this.database;
    return {
      hash: wanted,
      signatures: await new PaperRepository(manager).signaturesOver(wanted),
      assignments: await new AssignmentLetterRepository(manager).lettersOver(wanted),
      letters: await new CaseSanctionRepository(manager).lettersOver(wanted),
    };
  }
}
