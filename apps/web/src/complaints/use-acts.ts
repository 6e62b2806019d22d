import type { ComplaintDetails } from '../api/schemas';
import { useCommand } from '../api/use-command';
import { useWords } from '../shared/language/use-words';
import { announce } from '../shared/states/live-region';
import { actOnComplaint, type ComplaintAct } from './complaint-queries';

/** An act on one complaint; its success is announced. */
export function useActs({ id }: ComplaintDetails) {
  const { t } = useWords();
  const command = useCommand(actOnComplaint(id));
  const send = (input: ComplaintAct): void => {
    command.mutate(input, {
      onSuccess: () => {
        announce(t('complaints:done'));
      },
    });
  };
  return { ...command, send };
}
