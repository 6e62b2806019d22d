import { useMutation, type UseMutationResult } from '@tanstack/react-query';
import { useRef } from 'react';
import { newCommandKey } from './command-key';

interface Attempt {
  readonly input: string;
  readonly key: string;
}

/** Sends a command. The same input again after a failure carries the same key, so it is never done twice. */
export function useCommand<Input, Answer>(
  send: (input: Input, key: string) => Promise<Answer>,
): UseMutationResult<Answer, Error, Input> {
  const attempt = useRef<Attempt | undefined>(undefined);
  return useMutation({
    mutationFn: async (input: Input) => {
      const text = JSON.stringify(input);
      if (attempt.current?.input !== text) attempt.current = { input: text, key: newCommandKey() };
      const sent = await send(input, attempt.current.key);
      attempt.current = undefined;
      return sent;
    },
  });
}
