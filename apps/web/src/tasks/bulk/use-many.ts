import { useState } from 'react';
import { type HowFar, type ManyRequests, postMany } from '../../api/post-many';
import type { BulkAnswer } from '../../api/schemas';
import { useCommand } from '../../api/use-command';

interface Many<Body> {
  readonly send: (body: Body, whenDone?: (answer: BulkAnswer) => void) => void;
  readonly isPending: boolean;
  readonly error: Error | null;
  readonly answer: BulkAnswer | undefined;
  readonly howFar: HowFar | undefined;
}

/** One request over many tasks, with how far it is while it runs. */
export function useMany<What extends keyof ManyRequests>(what: What): Many<ManyRequests[What]> {
  const [howFar, setHowFar] = useState<HowFar>();
  const command = useCommand((body: ManyRequests[What], key) => postMany(what, body, key, setHowFar));
  return {
    send: (body, whenDone) => {
      if (command.isPending) return;
      setHowFar(undefined);
      command.mutate(body, { onSuccess: (answered) => whenDone?.(answered) });
    },
    isPending: command.isPending,
    error: command.error,
    answer: command.data,
    howFar: command.isPending ? howFar : undefined,
  };
}
