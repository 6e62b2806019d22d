import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { z } from 'zod';
import { type CardLineFault, DomainError, NATION, readCardLine, WorkingCalendar } from '#domain';
import { readCardRows } from '#files';
import {
  CardFileRepository,
  CardFilesReadModel,
  CardRepository,
  inTransaction,
  PersonVault,
  ProgrammeClockRepository,
  type StagedCardLine,
  type TakenCardFile,
} from '#persistence';
import { noteBy } from '../../audit/note-by.js';
import type { SignedIn } from '../../shared/command-context.js';
import { ByNumber, decodeCursor, toPage } from '../../shared/page.js';
import type { UploadedFile } from '../../shared/uploaded-file.js';
import { followCards } from './card-days.js';
import { banksOf, cardSightOf } from './card-sight.js';
import type { CardFiles as Files, CardFileTaken, CardFindingPage } from './cards.schemas.js';

type Taken = z.infer<typeof CardFileTaken>;

const MOST_SHOWN = 100;
const MOST_FILES = 100;

/** Thrown to leave a rehearsal's transaction with nothing changed. */
class Rehearsed extends Error {
  constructor(readonly taken: Taken) {
    super('a rehearsal changes nothing');
  }
}

/** Bank files of cards: sent once, or as often as one likes, each word counts once. */
@Injectable()
export class CardFileIntake {
  constructor(
    private readonly database: DataSource,
    private readonly vault: PersonVault,
    private readonly calendar: WorkingCalendar,
  ) {}

  /** Throws CARD_BANK for who serves at no bank, or at more than one, CARD_COLUMNS, FILE_*. */
  async take(actor: SignedIn, file: UploadedFile, isRehearsal: boolean, requestId: string): Promise<Taken> {
    try {
      return await inTransaction(this.database, async (manager) => {
        const taken = await this.#take(manager, { actor, requestId }, file);
        if (isRehearsal) throw new Rehearsed({ ...taken, id: null });
        return taken;
      });
    } catch (error) {
      if (error instanceof Rehearsed) return error.taken;
      throw error;
    }
  }

  /** Files of the reader's own bank; of all banks for who oversees the nation. */
  async list(actor: SignedIn): Promise<z.infer<typeof Files>> {
    const files = new CardFilesReadModel(this.database.manager);
    return { files: await files.files(banksOf(actor), seesAll(actor), MOST_FILES) };
  }

  /** None for a file that is not the reader's to see. */
  async findings(
    actor: SignedIn,
    fileId: string,
    { limit, cursor }: { readonly limit: number; readonly cursor?: string | undefined },
  ): Promise<z.infer<typeof CardFindingPage>> {
    const sight = { banks: banksOf(actor), isAll: seesAll(actor) };
    const page = { limit: limit + 1, afterId: decodeCursor(cursor, ByNumber)?.id };
    const rows = await new CardFilesReadModel(this.database.manager).findings(sight, fileId, page);
    return toPage(rows, limit, ({ id }) => ({ id })) as z.infer<typeof CardFindingPage>;
  }

  async #take(
    manager: EntityManager,
    by: { readonly actor: SignedIn; readonly requestId: string },
    file: UploadedFile,
  ): Promise<Taken> {
    const [bank, ...others] = banksOf(by.actor);
    const bankOfficeId = bank === undefined ? undefined : await new CardRepository(manager).bankOffice(bank);
    if (bank === undefined || bankOfficeId === undefined || others.length > 0) {
      throw new DomainError('CARD_BANK', 'a file of cards is sent by who serves at one bank');
    }
    const files = new CardFileRepository(manager);
    const known = await files.same(bankOfficeId, file.sha256);
    if (known !== undefined) return this.#answer(manager, bank, known, false);
    const today = await new ProgrammeClockRepository(manager).today();
    const about = { bankOfficeId, name: file.name, sha256: file.sha256, loadedBy: by.actor.officerId };
    const { cardIds, ...taken } = await files.take(about, staged(this.vault, file.path, today));
    await followCards(manager, this.calendar, cardIds);
    await noteBy(manager, by, {
      ...{ action: 'card.file-taken', subjectType: 'card_file', subjectId: taken.id, territoryCode: NATION },
      details: {
        sha256: file.sha256,
        rows: taken.rows,
        cards: taken.cards,
        words: taken.words,
        refused: taken.refused,
      },
    });
    return this.#answer(manager, bank, taken, true);
  }

  async #answer(manager: EntityManager, bank: string, taken: TakenCardFile, isNew: boolean): Promise<Taken> {
    const page = { limit: MOST_SHOWN + 1 };
    const found = await new CardFilesReadModel(manager).findings({ banks: [bank], isAll: false }, taken.id, page);
    const { id, rows, cards, words, refused } = taken;
    const findings = found.slice(0, MOST_SHOWN) as Taken['findings'];
    return { id, rows, cards, words, refused, isNew, findings, foundMore: found.length > MOST_SHOWN };
  }
}

const seesAll = (actor: SignedIn): boolean => cardSightOf(actor).territories.includes(NATION);

async function* staged(vault: PersonVault, path: string, today: string): AsyncGenerator<StagedCardLine> {
  for await (const { rowNumber, cells, formulas } of readCardRows(path)) {
    const sealed = vault.sealBytes(Buffer.from(JSON.stringify(cells)));
    const read = formulas.length > 0 ? ofFormulas(formulas) : readCardLine(cells, today);
    if (!('ref' in read)) {
      const faults = read.map(({ column, finding }) => `${column}:${finding}`);
      yield { rowNumber, faults, line: undefined, sealed };
      continue;
    }
    const { number, nik, ...line } = read;
    const secrets = {
      ...{ numberHash: vault.indexOf(number), numberTail: number.slice(-4), nikHash: vault.indexOf(nik) },
      numberSealed: vault.sealBytes(Buffer.from(number)),
    };
    yield { rowNumber, faults: [], line: { ...line, ...secrets }, sealed };
  }
}

const ofFormulas = (formulas: readonly CardLineFault['column'][]): readonly CardLineFault[] =>
  formulas.map((column) => ({ column, finding: 'FORMULA' }));
