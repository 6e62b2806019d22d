import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { DomainError } from '#domain';
import { DecreeRepository, inTransaction, MandateUseRepository, NotificationRepository } from '#persistence';
import { licensed } from '../../tasks/decision/licensed.js';
import { numberPaper } from './number-paper.js';

/** The final list and its decree. Drafting the same list finds the draft; ratifying twice posts once. */
@Injectable()
export class DecreeService {
  constructor(private readonly database: DataSource) {}

  async draft(periodId: string, cityCode: string, rosterId: string): Promise<string> {
    return inTransaction(this.database, async (manager) => {
      return (await new DecreeRepository(manager).draft(periodId, cityCode, rosterId)).id;
    });
  }

  /**
   * Freezes one entitlement per family on the list and moves its money out of the quota. Where the list is no longer the
   * signed one, since another city or batch has paid a family meanwhile, nobody is paid: the decree is void, its draw on the
   * mandate is given back, and PPK and KPA are told. A repeat answers the same. Throws LICENCE_MISSING.
   */
  async ratify(decreeId: string): Promise<{ isListChanged: boolean }> {
    const { state } = await new DecreeRepository(this.database.manager).find(decreeId);
    if (state === 'void') return { isListChanged: true };
    try {
      await licensed(this.database, 'closing.ratify', decreeId, async (manager) => {
        const decrees = new DecreeRepository(manager);
        await decrees.ratify(decreeId);
        const { periodId } = await decrees.find(decreeId);
        const paper = { kind: 'decree', subjectId: decreeId, decidedBy: 'closing.ratify' } as const;
        await decrees.setNumber(decreeId, await numberPaper(manager, periodId, paper));
      });
      return { isListChanged: false };
    } catch (error) {
      if (!(error instanceof DomainError) || error.code !== 'DECREE_LIST_CHANGED') throw error;
      await inTransaction(this.database, (manager) => voidDecree(manager, decreeId));
      return { isListChanged: true };
    }
  }
}

async function voidDecree(manager: EntityManager, decreeId: string): Promise<void> {
  const { cityCode } = await new DecreeRepository(manager).makeVoid(decreeId);
  await new MandateUseRepository(manager).giveBack(`decree:${decreeId}`, 'list_changed');
  const notifications = new NotificationRepository(manager);
  const message = { kind: 'decree.void', key: `decree.void:${decreeId}`, details: {} } as const;
  for (const role of ['ppk', 'kpa'] as const) await notifications.tellOffice(role, cityCode, message);
}
