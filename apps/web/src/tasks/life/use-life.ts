import type { UseMutationResult } from '@tanstack/react-query';
import type { Task } from '../../api/schemas';
import { useCommand } from '../../api/use-command';
import { type LifeWish, sendLife } from './send-life';

/** Moves a task through its life; lists and pages are read anew whatever came of it. */
export function useLife(
  taskId: string,
): UseMutationResult<Task, Error, LifeWish> & { press: (wish: LifeWish, onDone?: () => void) => void } {
  const change = useCommand((wish: LifeWish, key) => sendLife(taskId, wish, key));
  const press = (wish: LifeWish, onDone?: () => void): void => {
    if (change.isPending) return;
    change.mutate(wish, { onSuccess: () => onDone?.() });
  };
  return { ...change, press };
}
