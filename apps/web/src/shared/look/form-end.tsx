import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { useWords } from '../language/use-words';
import { ProblemNotice } from '../states/problem-notice';

interface Props {
  readonly send: string;
  readonly command: { readonly error: Error | null; readonly isPending: boolean };
  readonly onClose: () => void;
}

/** Why the last try was refused, and the buttons that send a form or leave it. */
export function FormEnd({ send, command, onClose }: Props): ReactNode {
  const { t } = useWords();
  return (
    <>
      {command.error !== null && <ProblemNotice error={command.error} />}
      <div className="row">
        <Button type="submit" h={44} aria-disabled={command.isPending}>
          {send}
        </Button>
        <Button variant="default" h={44} onClick={onClose}>
          {t('reveal.cancel')}
        </Button>
      </div>
    </>
  );
}
