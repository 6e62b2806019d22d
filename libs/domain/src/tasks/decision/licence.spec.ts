import fc from 'fast-check';
import { LICENCES, type LicensedAct, type RecordedDecision, whyUnlicensed } from './licence.js';

const ACTS = Object.keys(LICENCES) as LicensedAct[];
const decided = (kind: RecordedDecision['kind'], more: Partial<RecordedDecision> = {}): RecordedDecision => ({
  ...{ kind, outcome: 'approved', officerId: kind, artefactHash: 'paper' },
  ...{ isSigned: true, isComplete: true, isDrawn: true, ...more },
});
const whole = (act: LicensedAct): RecordedDecision[] => [decided(act), ...LICENCES[act].map((kind) => decided(kind))];

test.each(ACTS)('%s is licensed by its decisions over the paper as it is, and by nothing less', (act) => {
  expect(whyUnlicensed(act, whole(act), 'paper')).toBeUndefined();
  expect(whyUnlicensed(act, [], 'paper')).toBe('decision');
  expect(whyUnlicensed(act, whole(act), 'another paper')).toBe('paper');
  for (const [at, { kind }] of whole(act).entries()) {
    const but = (more: Partial<RecordedDecision>) =>
      whyUnlicensed(act, whole(act).with(at, decided(kind, more)), 'paper');
    expect(but({ outcome: 'returned' })).toBe('approval');
    expect(but({ isSigned: false })).toBe('signature');
    expect(but({ isComplete: false })).toBe('office');
    expect(but({ isDrawn: false })).toBe('draw');
    expect(whyUnlicensed(act, whole(act).toSpliced(at, 1), 'paper')).toBe('decision');
  }
});

test.each(ACTS.filter((act) => LICENCES[act].length > 0))('%s by one person alone is no licence', (act) => {
  const alone = whole(act).map((one) => ({ ...one, officerId: 'ana' }));
  expect(whyUnlicensed(act, alone, 'paper')).toBe('four-eyes');
});

test('whatever is taken away from a whole licence leaves none', () => {
  fc.assert(
    fc.property(fc.constantFrom(...ACTS), fc.nat(), (act, n) => {
      const all = whole(act);
      expect(whyUnlicensed(act, all.toSpliced(n % all.length, 1), 'paper')).toBeDefined();
    }),
  );
});
