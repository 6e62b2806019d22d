import { jest } from '@jest/globals';
import { ProblemError } from '../../api/problem';
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

const NO_PROBLEM = { type: 'about:blank', title: '', status: 0, code: '', detail: '', instance: '', errors: [] };

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

/** A line on which each batch arrives when the test says so. */
function slowLine() {
  const bodies: NewVerdicts[] = [];
  const arrivals: (() => void)[] = [];
  const send: QueueTools['send'] = (body) => {
    bodies.push(body);
    return new Promise((resolve) => {
      arrivals.push(() => {
        resolve({ ...saved, filledRowIds: body.fillRemaining === undefined ? [] : ['2'] });
      });
    });
  };
  const arrive = async (index: number): Promise<void> => {
    arrivals[index]?.();
    await new Promise((resolve) => setTimeout(resolve, 0));
  };
  return { bodies, send, arrive };
}

test('another reason given while the first one is on its way is sent after it', async () => {
  const { bodies, send, arrive } = slowLine();
  const { queue } = queueWith(send);
  queue.mark(new Map([['1', { verdict: 'ineligible', reason: 'moved' }]]));
  const sent = queue.flush();
  queue.mark(new Map([['1', { verdict: 'ineligible', reason: 'deceased' }]]));
  await arrive(0);
  await arrive(1);
  await sent;
  expect(bodies.map(({ verdicts }) => verdicts[0]?.reason)).toEqual(['moved', 'deceased']);
  expect(queue.state().waiting).toBe(0);
});

test('marks of many rows go together, and the last mark of a row is the one that goes', async () => {
  const { bodies, send, arrive } = slowLine();
  const { queue } = queueWith(send);
  queue.mark(new Map([['1', { verdict: 'eligible' }]]));
  queue.mark(new Map([['2', { verdict: 'eligible' }]]));
  queue.mark(new Map([['1', { verdict: 'check' }]]));
  const sent = queue.flush();
  await arrive(0);
  await sent;
  expect(bodies).toHaveLength(1);
  expect(bodies[0]?.verdicts).toEqual([
    { rowId: '1', verdict: 'check' },
    { rowId: '2', verdict: 'eligible' },
  ]);
});

test('filling the rest waits for what is on its way', async () => {
  const { bodies, send, arrive } = slowLine();
  const { queue } = queueWith(send);
  queue.mark(new Map([['1', { verdict: 'check' }]]));
  void queue.flush();
  const filled = queue.fillRemaining();
  await new Promise((resolve) => setTimeout(resolve, 0));
  expect(bodies).toHaveLength(1);
  await arrive(0);
  expect(bodies.map(({ fillRemaining }) => fillRemaining)).toEqual([undefined, 'eligible']);
  await arrive(1);
  expect(await filled).toEqual(['2']);
});

test('filling the rest is given up while a mark does not arrive', async () => {
  jest.useFakeTimers();
  const send = jest.fn<QueueTools['send']>(() => Promise.reject(new Error('no signal')));
  const { queue } = queueWith(send);
  queue.mark(new Map([['1', { verdict: 'check' }]]));
  await expect(queue.fillRemaining()).rejects.toThrow('no signal');
  expect(send.mock.calls.every(([body]) => body.fillRemaining === undefined)).toBe(true);
  jest.useRealTimers();
});

test('a refused batch is not sent again by itself, and goes with the next mark', async () => {
  jest.useFakeTimers();
  const refusal = new ProblemError({ ...NO_PROBLEM, status: 409, code: 'TASK_CLOSED' });
  const send = jest.fn<QueueTools['send']>().mockRejectedValueOnce(refusal).mockResolvedValue(saved);
  const { queue } = queueWith(send);
  queue.mark(new Map([['1', { verdict: 'eligible' }]]));
  await jest.advanceTimersByTimeAsync(60_000);
  expect(send).toHaveBeenCalledTimes(1);
  expect(queue.state()).toMatchObject({ waiting: 1, error: refusal });
  queue.mark(new Map([['2', { verdict: 'eligible' }]]));
  await jest.advanceTimersByTimeAsync(1_000);
  expect(send.mock.calls[1]?.[0].verdicts).toHaveLength(2);
  expect(queue.state()).toMatchObject({ waiting: 0, error: undefined });
  jest.useRealTimers();
});
