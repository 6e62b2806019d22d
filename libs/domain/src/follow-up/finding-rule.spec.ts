import fc from 'fast-check';
import {
  type Brought,
  CASE_OUTCOMES,
  demandEvidence,
  demandOffered,
  EVIDENCE,
  type FindingRule,
  missingEvidence,
  ruleFault,
} from './finding-rule.js';

const RULE: FindingRule = {
  ...{ finding: 'card_lost', group: 'card', fault: 'family', evidence: ['note'], decides: 'dinsos_operator' },
  ...{ restricted: false, outcomes: [{ outcome: 'recard', money: 'keep' }], suggests: 'recard' },
  ...{ effectiveFrom: '2023-01-01', effectiveTo: null, source: 'made up', verified: false },
};
const NOTHING: Brought = { note: undefined, photos: 0, papers: 0, visitedOn: [] };

const evidence = fc.uniqueArray(fc.constantFrom(...EVIDENCE));
const brought: fc.Arbitrary<Brought> = fc.record({
  note: fc.constantFrom(undefined, '', '  ', 'Dijelaskan anaknya'),
  photos: fc.nat(2),
  papers: fc.nat(2),
  visitedOn: fc.array(fc.constantFrom('2023-05-02', '2023-05-03'), { maxLength: 3 }),
});

test('only what is demanded can be missing, and of nothing everything is', () => {
  fc.assert(
    fc.property(evidence, brought, (demanded, given) => {
      expect(demanded).toEqual(expect.arrayContaining(missingEvidence({ evidence: demanded }, given)));
      expect(missingEvidence({ evidence: demanded }, NOTHING)).toEqual(demanded);
    }),
  );
});

test('more evidence never makes more of it missing', () => {
  fc.assert(
    fc.property(evidence, brought, (demanded, given) => {
      const more = { ...given, note: 'x', photos: given.photos + 1, visitedOn: [...given.visitedOn, '2023-05-09'] };
      expect(missingEvidence({ evidence: demanded }, given)).toEqual(
        expect.arrayContaining(missingEvidence({ evidence: demanded }, more)),
      );
    }),
  );
});

test('a picture is the photo or the paper, not both', () => {
  const both = { evidence: ['photo', 'paper'] } as const;
  expect(missingEvidence(both, { ...NOTHING, photos: 1 })).toEqual(['paper']);
  expect(missingEvidence(both, { ...NOTHING, photos: 2 })).toEqual([]);
  expect(missingEvidence(both, { ...NOTHING, papers: 2 })).toEqual(['photo']);
});

test('twice on one day is one visit', () => {
  const asks = { evidence: ['second_visit'] } as const;
  expect(missingEvidence(asks, { ...NOTHING, visitedOn: ['2023-05-02', '2023-05-02'] })).toEqual(['second_visit']);
  expect(missingEvidence(asks, { ...NOTHING, visitedOn: ['2023-05-02', '2023-05-03'] })).toEqual([]);
});

test('what is missing is named, and an outcome that the rule does not have is refused with those it has', () => {
  expect(() => {
    demandEvidence(RULE, NOTHING);
  }).toThrow(expect.objectContaining({ code: 'CASE_EVIDENCE_MISSING', details: { evidence: 'note' } }));
  for (const outcome of CASE_OUTCOMES) {
    const isOffered = RULE.outcomes.some((offered) => offered.outcome === outcome);
    if (isOffered) expect(demandOffered(RULE, outcome).money).toBe('keep');
    else {
      expect(() => demandOffered(RULE, outcome)).toThrow(
        expect.objectContaining({ code: 'CASE_OUTCOME_NOT_ALLOWED', details: { allowed: 'recard' } }),
      );
    }
  }
});

test.each([
  [{ suggests: 'exclude' }, 'suggests'],
  [{ outcomes: [...RULE.outcomes, { outcome: 'recard', money: 'return' }] }, 'outcomes'],
  [{ outcomes: [...RULE.outcomes, { outcome: 'hold', money: 'return' }] }, 'outcomes'],
  [{ outcomes: [...RULE.outcomes, { outcome: 'return_early', money: 'keep' }] }, 'outcomes'],
  [{ effectiveTo: '2022-12-31' }, 'effectiveTo'],
  [{ restricted: true, outcomes: [...RULE.outcomes, { outcome: 'exclude', money: 'return' }] }, 'restricted'],
  [{}, undefined],
] as const)('a rule with %o is refused for its %s', (change, fault) => {
  expect(ruleFault({ ...RULE, ...change })).toBe(fault);
});
