import { ENTITLEMENT_STATES } from '../money/entitlement-state.js';
import { askedAt, OWN_STAGES, ownStage } from './own-stage.js';

test('every state of a payment, and none, is a stage with somebody to ask', () => {
  const reached = ENTITLEMENT_STATES.map((state) => ownStage(state, true));
  expect(new Set([...reached, ownStage(null, true), ownStage(null, false)])).toEqual(new Set(OWN_STAGES));
  for (const stage of OWN_STAGES) expect(askedAt(stage)).toMatch(/^(kelurahan|tksk|dinsos)$/);
});

test('money that came is told as money that came, whatever the decree', () => {
  expect([ownStage('credited', false), ownStage('not_transacted', true), ownStage('transacted', true)]).toEqual([
    'credited',
    'credited',
    'received',
  ]);
  expect([ownStage(null, false), ownStage(null, true)]).toEqual(['in_check', 'left_out']);
});
