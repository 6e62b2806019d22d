import { Unreached } from './unreached.js';

const BEGIN = 1_000_000;

test('a workflow that cannot be reached is left alone for longer and longer, ten seconds at most', () => {
  const unreached = new Unreached();
  const pauses: number[] = [];
  let now = BEGIN;
  for (let failure = 0; failure < 8; failure += 1) {
    unreached.failed('order:1', now);
    let pause = 0;
    while (unreached.workflowIds(now + pause).length > 0) pause += 100;
    pauses.push(pause);
    now += pause;
  }
  expect(pauses).toEqual([500, 1_000, 2_000, 4_000, 8_000, 10_000, 10_000, 10_000]);
});

test('of others nothing is held back, and one that was reached begins anew', () => {
  const unreached = new Unreached();
  unreached.failed('order:1', BEGIN);
  unreached.failed('order:1', BEGIN + 500);
  unreached.failed('order:2', BEGIN + 500);
  expect(unreached.workflowIds(BEGIN + 999)).toEqual(['order:1', 'order:2']);
  expect(unreached.workflowIds(BEGIN + 1_000)).toEqual(['order:1']);
  unreached.reached('order:1');
  expect(unreached.workflowIds(BEGIN + 600)).toEqual(['order:2']);
  unreached.failed('order:1', BEGIN + 2_000);
  expect(unreached.workflowIds(BEGIN + 2_499)).toEqual(['order:1']);
  expect(unreached.workflowIds(BEGIN + 2_500)).toEqual([]);
});
