import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { AttemptRepository, AuditRepository } from '#persistence';

const WINDOW_MINUTES = 60;
/** Enough to see what somebody tried; a program that runs against a wall does not fill the trail. */
const MOST_AN_HOUR = 100;

export interface AccessRefusal {
  readonly code: string;
  /** The route as it is declared, without ids. */
  readonly route: string;
  readonly officerId: string | undefined;
  readonly address: string;
  readonly requestId: string;
}

/** Writes down who was refused what: a right they don't have, or a page of another site that used their session. */
@Injectable()
export class RecordRefusal {
  constructor(private readonly database: DataSource) {}

  async record({ code, route, officerId, address, requestId }: AccessRefusal): Promise<void> {
    const { manager } = this.database;
    const { count } = await new AttemptRepository(manager).reserve(`refused:${officerId ?? address}`, WINDOW_MINUTES);
    if (count > MOST_AN_HOUR) return;
    await new AuditRepository(manager).note({
      ...{ officerId, action: 'access.refused', subjectType: 'route', subjectId: route, requestId },
      details: { code, address },
    });
  }
}
