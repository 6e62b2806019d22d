import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import {
  CaseHoldRepository,
  CaseRequestRepository,
  CaseSanctionRepository,
  DiaryRepository,
  inTransaction,
  NotificationRepository,
} from '#persistence';
import { type NextLook, onDay } from '../shared/next-look.js';
import { endOverMeasures } from './end-measures.js';

/**
 * What the calendar does to what outcomes set going. Requests that nobody answered lapse, and the money goes as it was decided;
 * suspensions, exclusions, holds and early returns that nobody approved lapse, holds end on their day, sanctions whose term passed without an
 * objection are in force. Who decided and
 * the head of Dinsos are told, once; of an objection that is not answered on its day those who settle it and the auditors. Silence never
 * costs a family its aid unheard: until it is answered the suspension is not in force.
 */
@Injectable()
export class FollowUpDiary {
  constructor(private readonly database: DataSource) {}

  async look(): Promise<NextLook> {
    await inTransaction(this.database, async (manager) => {
      for (const { id, ownerId, cityCode } of await new CaseRequestRepository(manager).lapse()) {
        await tell(manager, ownerId, cityCode, 'case-request.lapsed', `case-request.lapsed:${id}`, {});
      }
      for (const { id, state, decidedBy, cityCode } of await new CaseSanctionRepository(manager).look()) {
        await tell(manager, decidedBy, cityCode, 'case-sanction.ended', `case-sanction.ended:${id}`, { event: state });
      }
      for (const { id, decidedBy, cityCode } of await new CaseHoldRepository(manager).lapse()) {
        await tell(manager, decidedBy, cityCode, 'case-measure.ended', `case-measure.lapsed:${id}`, {
          event: 'lapsed',
        });
      }
      for (const { id, decidedBy, cityCode, event } of await endOverMeasures(manager)) {
        await tell(manager, decidedBy, cityCode, 'case-measure.ended', `case-measure.${event}:${id}`, { event });
      }
      for (const late of await new CaseSanctionRepository(manager).lateAnswers()) await tellOfLateAnswer(manager, late);
    });
    return onDay(await new DiaryRepository(this.database.manager).followUp());
  }
}

async function tell(
  manager: EntityManager,
  officerId: string,
  cityCode: string,
  kind: 'case-request.lapsed' | 'case-sanction.ended' | 'case-measure.ended',
  key: string,
  details: Record<string, string>,
): Promise<void> {
  const notifications = new NotificationRepository(manager);
  await notifications.tell([officerId], { kind, key, details });
  await notifications.tellOffice('dinsos_head', cityCode, { kind, key, details });
}

async function tellOfLateAnswer(
  manager: EntityManager,
  { id, cityCode }: { readonly id: string; readonly cityCode: string },
): Promise<void> {
  const message = { kind: 'case-sanction.late', key: `case-sanction.late:${id}`, details: {} } as const;
  for (const role of ['dinsos_head', 'mayor', 'auditor'] as const) {
    await new NotificationRepository(manager).tellOffice(role, cityCode, message);
  }
}
