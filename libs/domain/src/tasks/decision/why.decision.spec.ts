import { TASK_KINDS, taskRule } from '../../stages/stage-catalogue.js';
import { aDecision, anActor, aTask, TODAY } from './why.factory.js';
import { why } from './why.js';
import type { Outcome } from '../../stages/task-rule.js';
import { STAGES } from '../../stages/stages.js';

const OUTCOMES: readonly Outcome[] = ['submitted', 'approved', 'returned', 'refused'];

const refusals = (kind: (typeof TASK_KINDS)[number], more: Parameters<typeof aDecision>[1]): string[] =>
  why(anActor(taskRule(kind).role), aDecision(kind, more), aTask(kind), TODAY).refusals.map(({ code }) => code);

test.each(TASK_KINDS)('%s refuses every outcome that its rule does not offer', (kind) => {
  for (const outcome of OUTCOMES.filter((candidate) => !taskRule(kind).outcomes.includes(candidate))) {
    expect(refusals(kind, { outcome })).toContain('OUTCOME_NOT_OFFERED');
  }
});

test.each(TASK_KINDS.filter((kind) => taskRule(kind).outcomes.includes('returned')))(
  '%s is returned with a reason, to a stage that its rule names',
  (kind) => {
    const allowed = taskRule(kind).returnTo;
    expect(allowed).not.toEqual([]);
    for (const returnTo of STAGES) {
      expect(refusals(kind, { outcome: 'returned', returnTo })).toEqual(
        allowed.includes(returnTo) ? [] : ['RETURN_STAGE_NOT_OFFERED'],
      );
    }
    expect(refusals(kind, { outcome: 'returned', reason: undefined })).toEqual(['REASON_REQUIRED']);
    expect(refusals(kind, { outcome: 'returned', reason: ' \n\t' })).toEqual(['REASON_REQUIRED']);
  },
);

test('a refused mandate needs a reason, an accepted one does not', () => {
  expect(refusals('mandate.accept', { outcome: 'refused', reason: '' })).toEqual(['REASON_REQUIRED']);
  expect(refusals('mandate.accept', { outcome: 'approved', reason: undefined })).toEqual([]);
});

test.each(TASK_KINDS)('%s is decided over what was seen, not over what came since', (kind) => {
  expect(refusals(kind, { artefactHash: 'an earlier list' })).toEqual(['ARTEFACT_CHANGED']);
});

test('claiming, freeing and preparing look at no outcome, reason or artefact', () => {
  const held = aTask('endorsement.camat', { state: 'reserved', owner: { officerId: 'camat-1', fullName: 'Holder' } });
  for (const type of ['claim', 'release', 'prepare'] as const) {
    expect(why(anActor('camat'), { type }, held, TODAY).allowed).toBe(true);
  }
});
