import type { EntityManager } from 'typeorm';
import type { Allocated } from '#domain';
import { type LateSpotCheck, NotificationRepository } from '#persistence';

interface Drawn {
  readonly id: string;
  readonly strata: readonly Allocated[];
}

/** Tells the field officers of each kecamatan how many families of theirs are to be visited. A repeat tells nobody again. */
export async function tellOfDraw(manager: EntityManager, { id, strata }: Drawn): Promise<void> {
  const letters = strata.map(({ code, sample }) => ({
    ...{ kind: 'spot-check.drawn' as const, key: `spot-check:${id}:drawn`, territory: code },
    ...{ role: 'tksk' as const, officerIds: null, taskId: null, details: { families: sample } },
  }));
  await new NotificationRepository(manager).tellAll(letters);
}

/** Tells who drew a check, and the head of their office, that its day has passed; once. */
export async function tellOfLateness(manager: EntityManager, check: LateSpotCheck): Promise<void> {
  const notifications = new NotificationRepository(manager);
  const letter = {
    ...{ kind: 'spot-check.late' as const, key: `spot-check:${check.id}:late`, details: {} },
  };
  await notifications.tell([check.drawnBy], letter);
  await notifications.tellOffice('dinsos_head', check.cityCode, letter);
}
