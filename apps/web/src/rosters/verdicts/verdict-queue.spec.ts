import { jest } from '@jest/globals';
import type { NewVerdicts, VerdictsSaved } from '../../api/schemas';
import { type Mark, type QueueTools, VerdictQueue } from './verdict-queue';

const saved: VerdictsSaved = {
  changed: 1,
  filledRowIds: [],
  families: 2,
  eligible: 1,
  ineligible: 0,
  check: 0,
  artefactHash: 'a',
  savedAt: '2023-04-03T03:12:00Z',
};

function queueWith(send: QueueTools['send'], kept = new Map<string, Mark>()) {
  const keeps: number[] = [];
  const queue = new VerdictQueue({ send, keep: (waiting) => keeps.push(waiting.size), onSaved: () => undefined }, kept);
  return { queue, keeps };
}

test('a verdict shows at once and is forgotten by the browser only when it is saved', async () => {
  const bodies: NewVerdicts[] = [];
  const { queue, keeps } = queueWith((body) => {
    bodies.push(body);
    return Promise.resolve(saved);
  });
  queue.mark(new Map([['1', { verdict: 'eligible' }]]));
  expect(queue.state().marks.get('1')?.verdict).toBe('eligible');
  await queue.flush();
  expect(bodies).toEqual([{ verdicts: [{ rowId: '1', verdict: 'eligible' }] }]);
  expect(keeps).toEqual([1, 0]);
  expect(queue.state().waiting).toBe(0);
});

test('a batch that did not arrive goes again under the same key', async () => {
  jest.useFakeTimers();
  const keys: string[] = [];
  const { queue } = queueWith((_body, key) => {
    keys.push(key);
    return keys.length === 1 ? Promise.reject(new Error('no signal')) : Promise.resolve(saved);
  });
  queue.mark(new Map([['1', { verdict: 'check' }]]));
  await queue.flush();
  expect(queue.state().waiting).toBe(1);
  await jest.advanceTimersByTimeAsync(3_000);
  expect(keys).toHaveLength(2);
  expect(keys[0]).toBe(keys[1]);
  jest.useRealTimers();
});

test('marks of a session that ended are sent by the next one', async () => {
  const send = jest.fn<QueueTools['send']>(() => Promise.resolve(saved));
  const { queue } = queueWith(send, new Map([['7', { verdict: 'ineligible', reason: 'moved' }]]));
  await queue.flush();
  expect(send.mock.calls[0]?.[0]).toEqual({ verdicts: [{ rowId: '7', verdict: 'ineligible', reason: 'moved' }] });
});
