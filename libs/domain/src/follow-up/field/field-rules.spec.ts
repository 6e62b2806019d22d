import fc from 'fast-check';
import { demandRightClock, demandVisitDays, demandWritten } from './field-rules.js';

const NOW = new Date('2023-05-02T03:00:00Z');
const after = (minutes: number): Date => new Date(NOW.getTime() + minutes * 60_000);
const refused = (code: string, details: object = {}): Error =>
  expect.objectContaining({ code, details: expect.objectContaining(details) as object }) as Error;

test('a clock within the policy is right, one that is a day off is refused with both clocks', () => {
  fc.assert(
    fc.property(fc.integer({ min: -10, max: 10 }), (minutes) => {
      expect(() => {
        demandRightClock(after(minutes), NOW, 10);
      }).not.toThrow();
    }),
  );
  for (const minutes of [-1440, -11, 11, 1440]) {
    expect(() => {
      demandRightClock(after(minutes), NOW, 10);
    }).toThrow(
      refused('FIELD_CLOCK_WRONG', { minutes, server: NOW.toISOString(), phone: after(minutes).toISOString() }),
    );
  }
});

test('what was written while the clock was ahead is refused, what lay for days is not', () => {
  const written = (minutes: number) => () => {
    demandWritten({ writtenAt: after(minutes), sentAt: NOW }, 10);
  };
  expect(written(1440)).toThrow(refused('FIELD_WRITTEN_LATER'));
  expect(written(10)).not.toThrow();
  expect(written(-4 * 1440)).not.toThrow();
});

test('a visit lies between the opening of the case and today', () => {
  const days =
    (...of: string[]) =>
    () => {
      demandVisitDays(of, '2023-04-20', '2023-05-02');
    };
  expect(days('2023-04-20', '2023-05-02')).not.toThrow();
  expect(days('2023-05-03')).toThrow(refused('VISIT_IN_FUTURE', { day: '2023-05-03', today: '2023-05-02' }));
  expect(days('2023-05-01', '2023-04-19')).toThrow(
    refused('VISIT_BEFORE_CASE', { day: '2023-04-19', openedOn: '2023-04-20' }),
  );
});
