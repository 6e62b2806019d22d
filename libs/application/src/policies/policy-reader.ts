import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { z } from 'zod';
import { inForceOn, type PolicyParameter, shapeOfPolicy } from '#domain';
import { PolicyChangeRepository, PolicyRepository, ProgrammeClockRepository } from '#persistence';
import { demandProgramme } from '../programmes/demand-programme.js';
import type { SignedIn } from '../shared/command-context.js';
import { seenBy } from '../shared/proposals.js';
import type { Rules, RulesQuery } from './policies.schemas.js';

/** The rules of a programme, and how they came to be what they are. */
@Injectable()
export class PolicyReader {
  constructor(private readonly database: DataSource) {}

  /** Of the first programme where none is named. Throws PROGRAMME_UNKNOWN. */
  async rules(actor: SignedIn, query: RulesQuery): Promise<z.infer<typeof Rules>> {
    const { manager } = this.database;
    const policies = new PolicyRepository(manager);
    const programmes = await policies.programmes();
    const programme = query.programme ?? programmes[0] ?? '';
    if (query.programme !== undefined) await demandProgramme(manager, programme);
    const parameters = await policies.parametersOf(programme);
    const today = await new ProgrammeClockRepository(manager).today();
    const changes = await new PolicyChangeRepository(manager).list(programme);
    return {
      ...{ programme, programmes, today },
      rules: inOrder(parameters, inForceOn(parameters, today)).map((rule) => ({
        ...rule,
        shape: shapeOf(rule.key),
        next: nextOf(parameters, rule),
      })),
      changes: changes.map((change) => seenBy(actor, change)),
    };
  }
}

/** As the policy file has them, which keeps together what belongs together. */
function inOrder(parameters: readonly PolicyParameter[], rules: readonly PolicyParameter[]): PolicyParameter[] {
  const keys = [...new Set(parameters.map(({ key }) => key))];
  return rules.toSorted((a, b) => keys.indexOf(a.key) - keys.indexOf(b.key));
}

function nextOf(parameters: readonly PolicyParameter[], { key, effectiveFrom }: PolicyParameter) {
  const later = parameters.filter((other) => other.key === key && other.effectiveFrom > effectiveFrom);
  const [next] = later.toSorted((a, b) => (a.effectiveFrom < b.effectiveFrom ? -1 : 1));
  return next === undefined ? null : { value: next.value, effectiveFrom: next.effectiveFrom };
}

function shapeOf(key: string) {
  const shape = shapeOfPolicy(key);
  if (shape.of === 'text') return { of: shape.of };
  return shape.of === 'choice' ? { of: shape.of, choices: [...shape.choices] } : shape;
}
