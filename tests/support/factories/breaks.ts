import type { DataSource } from 'typeorm';
import { describeArtefact } from '#application';
import type { BreakResolution } from '#domain';
import { BreakSettlementRepository, rowsOf } from '#persistence';
import { anOfficer } from './officers.js';
import type { MadeOrder } from './orders.js';
import { aNewTask, decideTask, openTask } from './tasks.js';

/** Proposes this for every open break of the order, as the treasurer does; the round waits for signatures. */
export async function proposeForBreaks(database: DataSource, { order }: MadeOrder, resolution: BreakResolution) {
  const { officerId } = await anOfficer(database.manager, 'treasurer', { territoryCode: order.cityCode });
  const breaks = new BreakSettlementRepository(database.manager);
  const open = `select id from reconciliation_break where order_id = $1 and state = 'open'`;
  for (const { id } of await rowsOf<{ id: string }>(database.manager, open, [order.id])) {
    await breaks.propose(id, officerId, { resolution, explanation: 'The bank wrote on 9 March' });
  }
}

/** Both signatures over what is proposed now. */
export async function signBreaks(database: DataSource, made: MadeOrder): Promise<void> {
  const { order } = made;
  const subject = { periodId: order.periodId, cityCode: order.cityCode, territoryCode: order.cityCode } as const;
  const about = { ...subject, type: 'order', id: order.id } as const;
  const { hash, chainKey } = await describeArtefact(database.manager, about, 'breaks.settle');
  for (const kind of ['breaks.propose', 'breaks.settle'] as const) {
    const paper = { subjectType: 'order', subjectId: order.id, chainKey, artefactHash: hash } as const;
    const { taskId } = await openTask(database, aNewTask(made, { kind, ...paper }));
    const officer = await anOfficer(database.manager, kind === 'breaks.propose' ? 'treasurer' : 'ppk');
    await decideTask(database, taskId, officer, { artefactHash: hash });
  }
}
