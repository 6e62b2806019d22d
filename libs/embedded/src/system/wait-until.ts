import { setTimeout as sleep } from 'node:timers/promises';

export interface Patience {
  /** Named in the error when patience runs out. */
  readonly what: string;
  readonly milliseconds: number;
  readonly every?: number;
}

/** Asks again and again until the answer is yes. An error of the question counts as no. */
export async function waitUntil(question: () => Promise<boolean> | boolean, patience: Patience): Promise<void> {
  const deadline = Date.now() + patience.milliseconds;
  while (!(await answered(question))) {
    if (Date.now() > deadline)
      throw new Error(`${patience.what} did not come within ${patience.milliseconds / 1000} s`);
    await sleep(patience.every ?? 100);
  }
}

async function answered(question: () => Promise<boolean> | boolean): Promise<boolean> {
  try {
    return await question();
  } catch {
    return false;
  }
}
