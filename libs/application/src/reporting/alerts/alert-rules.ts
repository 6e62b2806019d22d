import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { covers, DomainError, faultOfRule, isRegionCode, NATION, territoriesWith } from '#domain';
import { AlertRepository, territoryNames } from '#persistence';
import { noteBy } from '../../audit/note-by.js';
import type { CommandContext } from '../../shared/command-context.js';
import { Commands } from '../../shared/commands.js';
import type { NewAlertRule } from './alerts.schemas.js';

type Id = Promise<{ id: string }>;

/** Rules by which offices hear of figures. They move nothing, so that one officer sets them; each change is in the trail. */
@Injectable()
export class AlertRuleService {
  constructor(private readonly commands: Commands) {}

  /** It is looked at at once, and every morning. Throws ALERT_RULE_PLACE outside the officer's territory, ALERT_RULE_WRONG about a field. */
  async add(context: CommandContext, rule: NewAlertRule): Id {
    return this.commands.run(context, 'alert-rule:add', rule, (manager) => added(manager, context, rule));
  }

  /** The rule ends, and this takes its place. Throws what `add` and `end` throw. */
  async replace(context: CommandContext, ruleId: string, rule: NewAlertRule): Id {
    return this.commands.run(context, `alert-rule:replace:${ruleId}`, rule, async (manager) => {
      await ended(manager, context, ruleId);
      return added(manager, context, rule);
    });
  }

  /** Its alerts end with it. Throws ALERT_RULE_UNKNOWN. */
  async end(context: CommandContext, ruleId: string): Id {
    return this.commands.run(context, `alert-rule:end:${ruleId}`, {}, async (manager) => {
      await ended(manager, context, ruleId);
      return { id: ruleId };
    });
  }
}

async function added(manager: EntityManager, context: CommandContext, rule: NewAlertRule): Id {
  const { territoryCode } = rule;
  const isKnown =
    territoryCode === NATION ||
    (isRegionCode(territoryCode) && (await territoryNames(manager, [territoryCode])).has(territoryCode));
  if (!isKnown || !territoriesWith(context.actor, 'alert:write').some((scope) => covers(scope, territoryCode))) {
    throw new DomainError('ALERT_RULE_PLACE', 'outside the officer’s territory', { field: 'territoryCode' });
  }
  const field = faultOfRule(rule);
  if (field !== undefined) throw new DomainError('ALERT_RULE_WRONG', 'the rule does not hold together', { field });
  const id = await new AlertRepository(manager).add(rule, context.actor.officerId);
  await noteBy(manager, context, {
    ...{ action: 'alert-rule.added', subjectType: 'alert_rule', subjectId: id, territoryCode },
    details: { ...rule },
  });
  return { id };
}

async function ended(manager: EntityManager, context: CommandContext, id: string): Promise<void> {
  const scopes = territoriesWith(context.actor, 'alert:write');
  const { territoryCode } = await new AlertRepository(manager).end(id, scopes, context.actor.officerId);
  await noteBy(manager, context, {
    ...{ action: 'alert-rule.ended', subjectType: 'alert_rule', subjectId: id, territoryCode, details: {} },
  });
}
