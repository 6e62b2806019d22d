import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { z } from 'zod';
import { covers, DomainError, jakartaDate, territoriesWith } from '#domain';
import { AssignmentLetterRepository, type AssignmentLetterRow, inTransaction, PaperRepository } from '#persistence';
import type { AssignmentPaper } from '../documents/papers.js';
import type { SignedIn } from '../shared/command-context.js';
import { ByDay, decodeCursor, toPage } from '../shared/page.js';
import type {
  AssignmentChoices,
  AssignmentLetter,
  AssignmentLetterPage,
  AssignmentLetterQuery,
} from './assignment-letters.schemas.js';

/** Letters of assignment: those of the issuer's territory and one's own, and the paper for the two whom it concerns. */
@Injectable()
export class AssignmentLetterReader {
  constructor(private readonly database: DataSource) {}

  async page(actor: SignedIn, query: AssignmentLetterQuery): Promise<z.infer<typeof AssignmentLetterPage>> {
    const rows = await new AssignmentLetterRepository(this.database.manager).page({
      territories: territoriesWith(actor, 'assignment:issue'),
      officerId: actor.officerId,
      after: decodeCursor(query.cursor, ByDay),
      limit: query.limit + 1,
    });
    const page = toPage(rows, query.limit, ({ id, validFrom }) => ({ key: validFrom, id }));
    return { rows: page.rows.map((row) => view(row, actor)), next: page.next };
  }

  /** Who may be sent where, with how many cases wait there. */
  async choices(actor: SignedIn, periodId: string): Promise<z.infer<typeof AssignmentChoices>> {
    const territories = territoriesWith(actor, 'assignment:issue');
    return new AssignmentLetterRepository(this.database.manager).choices(periodId, territories);
  }

  /** For who is sent and who issued it, and nobody else. Throws ASSIGNMENT_UNKNOWN, ASSIGNMENT_WITHDRAWN. */
  async paper(actor: SignedIn, id: string): Promise<AssignmentPaper> {
    return inTransaction(this.database, async (manager) => {
      const letters = new AssignmentLetterRepository(manager);
      const letter = await letters.find(id);
      if (!isOf(letter, actor)) throw new DomainError('ASSIGNMENT_UNKNOWN', 'no such letter of yours');
      if (letter.withdrawnAt !== null) throw new DomainError('ASSIGNMENT_WITHDRAWN', 'the letter was withdrawn');
      const papers = new PaperRepository(manager);
      const { name, kecamatanName } = await papers.place(letter.territoryCode);
      return {
        head: await papers.head(letter.periodId, letter.cityCode),
        ...{
          signers: [],
          hash: letter.hash,
          isDraft: false,
          number: letter.number,
          date: jakartaDate(letter.issuedAt),
        },
        ...{ officer: letter.officer, issuer: letter.issuer, acting: letter.acting, issuedAt: letter.issuedAt },
        ...{ placeName: name, kecamatanName, validFrom: letter.validFrom, validTo: letter.validTo },
        cases: await letters.casesOf(id),
      };
    });
  }
}

const isOf = ({ officerId, issuedBy }: AssignmentLetterRow, actor: SignedIn): boolean =>
  [officerId, issuedBy].includes(actor.officerId);

function view(row: AssignmentLetterRow, actor: SignedIn): z.infer<typeof AssignmentLetter> {
  const { cityCode: _city, officerId: _officer, issuedBy: _issuer, acting: _acting, hash: _hash, ...shown } = row;
  const issues = territoriesWith(actor, 'assignment:issue').some((scope) => covers(scope, row.territoryCode));
  const stands = row.withdrawnAt === null;
  return { ...shown, hasPaper: stands && isOf(row, actor), mayWithdraw: stands && issues };
}
