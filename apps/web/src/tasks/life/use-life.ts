import type { UseMutationResult } from '@tanstack/react-query';
import type { Task } from '../../api/schemas';
import { useCommand } from '../../api/use-command';
import { type LifeCommand, sendLife } from './send-life';

/** Moves a task through its life; lists and pages are read anew whatever came of it. */
export function useLife(
  taskId: string,
): UseMutationResult<Task, Error, LifeCommand> & { press: (command: LifeCommand, onDone?: () => void) => void } {
  const change = useCommand((command: LifeCommand, key) => sendLife(taskId, command, key));
  const press = (command: LifeCommand, onDone?: () => void): void => {
    if (change.isPending) return;
    change.mutate(command, { onSuccess: () => onDone?.() });
  };
  return { ...change, press };
}
