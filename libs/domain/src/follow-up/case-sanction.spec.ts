import fc from 'fast-check';
import { CASE_SANCTION_STATES, hadNoHand, isSecondHand, sanctionMayBecome } from './case-sanction.js';

const walk = fc.array(fc.constantFrom(...CASE_SANCTION_STATES), { maxLength: 30 });

test('whatever happens, nothing is in force before a second person has verified it', () => {
  fc.assert(
    fc.property(walk, (wanted) => {
      const went = ['proposed' as (typeof CASE_SANCTION_STATES)[number]];
      for (const to of wanted) if (sanctionMayBecome(went.at(-1) ?? 'proposed', to)) went.push(to);
      const inForce = went.indexOf('in_force');
      if (inForce !== -1) expect(went.slice(0, inForce)).toContain('verified');
      expect(went.filter((state) => state === 'in_force').length).toBeLessThan(2);
    }),
  );
});

test('every state has a way out but those in which the family has its aid, or never lost it', () => {
  const ends = CASE_SANCTION_STATES.filter((from) => !CASE_SANCTION_STATES.some((to) => sanctionMayBecome(from, to)));
  expect(ends).toEqual(['refused', 'lapsed', 'lifted']);
});

test('who has no hand in it is a second person, too; who decided is neither', () => {
  const officer = fc.constantFrom('a', 'b', 'c');
  fc.assert(
    fc.property(officer, fc.option(officer), officer, (decidedBy, verifiedBy, who) => {
      const hands = { decidedBy, verifiedBy };
      if (hadNoHand(hands, who)) expect(isSecondHand(hands, who)).toBe(true);
      expect(isSecondHand(hands, decidedBy) || hadNoHand(hands, decidedBy)).toBe(false);
      if (verifiedBy !== null) expect(hadNoHand(hands, verifiedBy)).toBe(false);
    }),
  );
});
