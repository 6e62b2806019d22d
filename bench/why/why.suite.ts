import { type Actor, type TaskAction, type TaskFacts, why } from '#domain';
import { atLeast, type BenchRow, median } from '../row.js';

/** A bulk request of 5,000 items is judged in a tenth of a second. */
const PER_SECOND = 50_000;
const BLOCKS = 5;
const ROUNDS = 20_000;
const TODAY = '2023-03-06';

/** How often `why` answers in a second: of a holder who may, of one who signed the chain before, of one without the office. */
export function whySuite(): BenchRow[] {
  const rates = Array.from({ length: BLOCKS }, () => {
    const startedAt = performance.now();
    for (let round = 0; round < ROUNDS; round += 1) {
      for (const { actor, facts } of QUESTIONS) why(actor, ACTION, facts, TODAY);
    }
    return (ROUNDS * QUESTIONS.length * 1000) / (performance.now() - startedAt);
  });
  return [atLeast('why', 'per-second', median(rates), 'answers/s', PER_SECOND)];
}

const ACTION: TaskAction = { type: 'decide', outcome: 'submitted', artefactHash: 'hash' };

const officer = (officerId: string, role: Actor['appointments'][number]['role']): Actor => ({
  officerId,
  fullName: officerId,
  appointments: [{ id: 'a', role, officeName: 'Bench', territoryCode: '32.75.02', validFrom: '2020-01-01' }],
});

const FACTS: TaskFacts = {
  kind: 'follow-up.visit',
  state: 'reserved',
  territoryCode: '32.75.02.1001',
  artefactHash: 'hash',
  owner: { officerId: 'one', fullName: 'one' },
  signatures: [],
  mandate: { id: 'm', state: 'accepted', validFrom: '2020-01-01', validTo: '2030-01-01' },
  responsibleRole: 'tksk',
  freezes: [],
};

const QUESTIONS: readonly { actor: Actor; facts: TaskFacts }[] = [
  { actor: officer('one', 'tksk'), facts: FACTS },
  { actor: officer('one', 'tksk'), facts: { ...FACTS, signatures: [{ officerId: 'one', capacity: 'approve' }] } },
  { actor: officer('other', 'bank_officer'), facts: FACTS },
];
