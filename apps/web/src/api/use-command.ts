import { useMutation, type UseMutationResult, useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import { newCommandKey } from './command-key';
import { isPassing } from './problem';

interface Attempt {
  readonly input: string;
  readonly key: string;
}

/**
 * Sends a command. A second press while it is on its way does nothing; the same input again after a failure carries the
 * same key, so it is never done twice. When the server has answered, all that is shown is asked for again, wherever the
 * person is by then: what a page hands to `mutate` is forgotten with the page.
 */
export function useCommand<Input, Answer>(
  send: (input: Input, key: string) => Promise<Answer>,
): UseMutationResult<Answer, Error, Input> {
  const queryClient = useQueryClient();
  const attempt = useRef<Attempt | undefined>(undefined);
  const isOnItsWay = useRef(false);
  const command = useMutation<Answer, Error, Input>({
    mutationFn: async (input) => {
      const text = JSON.stringify(input);
      if (attempt.current?.input !== text) attempt.current = { input: text, key: newCommandKey() };
      const sent = await send(input, attempt.current.key);
      attempt.current = undefined;
      return sent;
    },
    onSettled: (_answer, error) => {
      isOnItsWay.current = false;
      if (error === null || !isPassing(error)) void queryClient.invalidateQueries();
    },
  });
  return {
    ...command,
    mutate: (...given) => {
      if (isOnItsWay.current) return;
      isOnItsWay.current = true;
      command.mutate(...given);
    },
  };
}
