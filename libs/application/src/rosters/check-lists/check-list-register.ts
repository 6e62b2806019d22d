import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { z } from 'zod';
import { type CheckListKind, covers, DomainError, territoriesWith } from '#domain';
import { CheckListRepository, type CheckListRow, PersonVault } from '#persistence';
import { noteBy } from '../../audit/note-by.js';
import { Commands } from '../../shared/commands.js';
import type { CommandContext, SignedIn } from '../../shared/command-context.js';
import { ByNumber, decodeCursor, encodeCursor } from '../../shared/page.js';
import type { UploadedFile } from '../../shared/uploaded-file.js';
import { openDoubts } from '../doubts/open-doubts.js';
import type {
  CheckList,
  CheckListLoaded,
  CheckListPage,
  CheckListQuery,
  NewCheckList,
  WithdrawCheckList,
} from './check-lists.schemas.js';
import { kindsOfLists, loadCheckList } from './load-check-list.js';

/** Lists that families are compared with: who loads them, who sees them, and how one is taken back. */
@Injectable()
export class CheckListRegister {
  constructor(
    private readonly database: DataSource,
    private readonly vault: PersonVault,
    private readonly commands: Commands,
  ) {}

  /** The kinds that the policy knows. */
  async kinds(): Promise<CheckListKind[]> {
    return [...(await kindsOfLists(this.database))];
  }

  /** Those that concern the reader's territories, in the order asked for. */
  async page(actor: SignedIn, { cursor, limit, kind, sort }: CheckListQuery): Promise<z.infer<typeof CheckListPage>> {
    const after = Number(decodeCursor(cursor, ByNumber)?.id ?? '0');
    const territories = territoriesWith(actor, 'roster:read');
    const rows = await new CheckListRepository(this.database.manager).page({
      ...{ territories, kind, sort, after, limit: limit + 1 },
    });
    const kinds = await this.kinds();
    const shown = rows.slice(0, limit).map((row) => view(actor, kinds, row));
    return { rows: shown, next: rows.length > limit ? encodeCursor({ id: `${after + limit}` }) : null };
  }

  /** Loads a list for the place where the sender serves. A repeat finds the first. Throws what `loadCheckList` throws. */
  async load(
    actor: SignedIn,
    terms: NewCheckList,
    file: UploadedFile,
    requestId: string,
  ): Promise<z.infer<typeof CheckListLoaded>> {
    const [territoryCode] = territoriesWith(actor, 'check-list:write');
    if (territoryCode === undefined) throw new DomainError('POWER_MISSING', 'serves nowhere with this power');
    const by = { officerId: actor.officerId, requestId };
    const { id, isNew, skippedRows } = await loadCheckList(
      this.database,
      this.vault,
      { ...terms, territoryCode },
      file,
      by,
    );
    const row = await new CheckListRepository(this.database.manager).find(id, [territoryCode]);
    return { list: view(actor, await this.kinds(), row), isNew, skippedRows: [...skippedRows] };
  }

  /**
   * Takes a list back: nobody is compared with it any more, and questions that nobody has settled are dropped, unless another list names the family,
   * too. What two people settled stays. Throws CHECK_LIST_UNKNOWN, CHECK_LIST_SECOND for who loaded it, CHECK_LIST_WITHDRAWN.
   */
  async withdraw(context: CommandContext, id: string, command: WithdrawCheckList): Promise<z.infer<typeof CheckList>> {
    return this.commands.run(context, `withdraw-check-list:${id}`, command, async (manager) => {
      const { actor } = context;
      const lists = new CheckListRepository(manager);
      const territories = territoriesWith(actor, 'check-list:write');
      const list = await lists.find(id, territories);
      if (!territories.some((scope) => covers(scope, list.territoryCode))) {
        throw new DomainError('CHECK_LIST_UNKNOWN', 'the list is of an office above');
      }
      if (list.state === 'withdrawn') throw new DomainError('CHECK_LIST_WITHDRAWN', 'the list is withdrawn already');
      if (list.loadedBy === actor.officerId) {
        throw new DomainError('CHECK_LIST_SECOND', 'who loaded a list does not withdraw it');
      }
      const touched = await lists.withdraw(id, actor.officerId, command.reason);
      for (const rosterId of touched) await openDoubts(manager, rosterId);
      await noteBy(manager, context, {
        ...{ action: 'check-list.withdrawn', subjectType: 'check-list', subjectId: id },
        ...{ territoryCode: list.territoryCode, details: { kind: list.kind, lists: touched.length } },
      });
      return view(actor, await kindsOfLists({ manager }), await lists.find(id, territories));
    });
  }
}

function view(actor: SignedIn, kinds: readonly CheckListKind[], row: CheckListRow): z.infer<typeof CheckList> {
  const { loadedBy, ...shown } = row;
  const mayWrite = territoriesWith(actor, 'check-list:write').some((scope) => covers(scope, row.territoryCode));
  return {
    ...shown,
    kindName: kinds.find(({ kind }) => kind === row.kind)?.name ?? row.kind,
    mayWithdraw: mayWrite && row.state === 'in_force' && loadedBy !== actor.officerId,
  };
}
