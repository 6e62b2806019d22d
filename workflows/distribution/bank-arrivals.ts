import { condition, patched, setHandler, sleep } from '@temporalio/workflow';
import type { AwaitedAnswer } from '#domain';
import type { ProgrammeClock } from '../tasks/programme-clock.js';
import { bankArrivalSignal } from './bank-arrivals.messages.js';

/** Of runs that began when the bank was asked again and again. */
const LOOK_AGAIN_MS = 2_000;

/** Whether this run is told of files, and does not ask for them. */
export const isToldOfArrivals = (): boolean => patched('bank-arrivals');

/** Waits for the bank: a year of silence costs a handful of events. */
export class BankArrivals {
  private count = 0;

  constructor() {
    setHandler(bankArrivalSignal, () => {
      this.count += 1;
    });
  }

  /**
   * Reads the answer until it is here: when something has come, and once on the day on which it should have. What was told
   * before anybody waited counts, too.
   */
  async answer<Answer extends AwaitedAnswer>(
    clock: ProgrammeClock | undefined,
    read: () => Promise<Answer>,
  ): Promise<Answer> {
    const isTold = isToldOfArrivals();
    for (;;) {
      const seen = this.count;
      const isNews = (): boolean => this.count !== seen;
      const answer = await read();
      if (hasCome(answer)) return answer;
      if (!isTold || clock === undefined) await sleep(LOOK_AGAIN_MS);
      else if (answer.dueAt === null) await condition(isNews);
      else await clock.until(answer.dueAt, isNews);
    }
  }
}

/** Earlier activities answered with a plain yes or no, or with how many instructions were left. */
function hasCome(
  answer: AwaitedAnswer | boolean | { readonly outstanding: number; readonly isAnswered: boolean },
): boolean {
  if (typeof answer === 'boolean') return answer;
  return 'isHere' in answer ? answer.isHere : answer.isAnswered && answer.outstanding === 0;
}
