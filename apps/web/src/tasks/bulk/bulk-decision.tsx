import { Modal } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import type { Task } from '../../api/schemas';
import { useWords } from '../../shared/language/use-words';
import { RefusableButton } from '../../shared/look/refusable-button';
import { BulkCheck } from './bulk-check';

interface Props {
  readonly tasks: readonly Task[];
  readonly onDone: () => void;
}

/** The one kind that is decided together from the list; the others need something of each family. */
const DECIDED_TOGETHER: Task['kind'] = 'follow-up.decide';

/** Opens the check over the chosen tasks as they stood at that moment; offered where one of them is of its kind. */
export function BulkDecision({ tasks, onDone }: Props): ReactNode {
  const { t } = useWords();
  const [checked, setChecked] = useState<readonly Task[]>();
  if (!tasks.some(({ kind }) => kind === DECIDED_TOGETHER)) return null;
  const isMixed = tasks.some(({ kind }) => kind !== DECIDED_TOGETHER);
  return (
    <>
      <RefusableButton
        h={44}
        isRefused={isMixed}
        describedBy="bulk-mixed"
        onPress={() => {
          setChecked(tasks);
        }}
      >
        {t('inbox.bulk.decide')}
      </RefusableButton>
      {isMixed && (
        <span id="bulk-mixed" className="small-print">
          {t('inbox.bulk.mixed')}
        </span>
      )}
      {checked !== undefined && (
        <Modal
          opened
          size="lg"
          title={t('inbox.bulk.check')}
          closeButtonProps={{ 'aria-label': t('shell.close') }}
          onClose={() => {
            setChecked(undefined);
          }}
        >
          <BulkCheck
            tasks={checked}
            onClose={(isDone) => {
              setChecked(undefined);
              if (isDone) onDone();
            }}
          />
        </Modal>
      )}
    </>
  );
}
