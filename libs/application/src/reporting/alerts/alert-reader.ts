import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { z } from 'zod';
import { covers, territoriesWith } from '#domain';
import { AlertRepository } from '#persistence';
import type { SignedIn } from '../../shared/command-context.js';
import { ByTerritory, decodeCursor, toPage } from '../../shared/page.js';
import type { AlertPage, AlertQuery, AlertRules } from './alerts.schemas.js';

/** Alerts and rules of the reader’s territories. */
@Injectable()
export class AlertReader {
  constructor(private readonly database: DataSource) {}

  async open(actor: SignedIn, { limit, cursor }: AlertQuery): Promise<z.infer<typeof AlertPage>> {
    const alerts = new AlertRepository(this.database.manager);
    const scopes = territoriesWith(actor, 'alert:read');
    const rows = await alerts.open(scopes, limit + 1, decodeCursor(cursor, ByTerritory));
    return toPage(rows, limit, ({ territoryCode, id }) => ({ key: territoryCode, id }));
  }

  async rules(actor: SignedIn): Promise<z.infer<typeof AlertRules>> {
    const rules = await new AlertRepository(this.database.manager).rules(territoriesWith(actor, 'alert:read'));
    const scopes = territoriesWith(actor, 'alert:write');
    return rules.map((rule) => ({ ...rule, mayEdit: scopes.some((scope) => covers(scope, rule.territoryCode)) }));
  }
}
