import type { Launched } from './launch.js';
import { tail } from './tail.js';
import { waitUntil, type Patience } from './wait-until.js';

/** Waits until a process answers; when it dies or stays silent instead, the error carries the end of its log. */
export async function ready(launched: Launched, question: () => Promise<boolean>, patience: Patience): Promise<void> {
  let ended: string | undefined;
  void launched.exited.then((reason) => (ended = reason));
  const answeredOrDead = async () => ended !== undefined || (await question());
  await waitUntil(answeredOrDead, patience).catch((error: unknown) => {
    throw failure(error instanceof Error ? error.message : String(error), launched);
  });
  if (ended !== undefined) throw failure(`${patience.what} ended with ${ended}`, launched);
}

function failure(message: string, launched: Launched): Error {
  const { logFile } = launched.command;
  return new Error(`${message}; its log, ${logFile}, ends with:\n${tail(logFile, 15)}`);
}
