import { FIELD_CHECK_REASONS, INELIGIBLE_REASONS, isReasonFor, reasonNeeded } from './verdict.js';

test('a listed family is eligible only with what the field check found', () => {
  expect(reasonNeeded('eligible', true)).toBe('field-check');
  expect(reasonNeeded('eligible', false)).toBe('none');
  expect(reasonNeeded('ineligible', true)).toBe('ineligible');
  expect(reasonNeeded('check', true)).toBe('none');
  expect(reasonNeeded(null, true)).toBe('none');
});

test.each([...INELIGIBLE_REASONS, ...FIELD_CHECK_REASONS])('%s is a reason of one sort alone', (reason) => {
  const sorts = (['ineligible', 'field-check', 'none'] as const).filter((needed) => isReasonFor(needed, reason));
  expect(sorts).toHaveLength(1);
});

test('what needs no reason takes none, and what needs one takes nothing less', () => {
  expect(isReasonFor('none', undefined)).toBe(true);
  expect(isReasonFor('ineligible', undefined)).toBe(false);
  expect(isReasonFor('field-check', undefined)).toBe(false);
});
