import { PolicyChangeRepository, PolicyRepository } from '#persistence';
import { upgraded } from '../../support/servers/earlier-database.js';

const RULES = `insert into policy_version (programme, version, content_hash, parameters, loaded_at)
  values ('sembako', 1, 'hash', '[{"key":"due_days.visit","value":20,"unit":"days","effectiveFrom":"2023-01-01","source":"own","verified":false}]', now())`;

test('rules that were loaded before they could be changed stay, and nothing counts as changed', () =>
  upgraded('PolicyChanges', [RULES], async ({ manager }) => {
    expect((await new PolicyRepository(manager).newest('sembako')).count('due_days.visit')).toBe(20);
    expect(await new PolicyChangeRepository(manager).list('sembako')).toEqual([]);
  }));
