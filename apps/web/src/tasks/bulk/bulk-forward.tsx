import { Textarea } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import type { BulkAnswer, Task } from '../../api/schemas';
import { useWords } from '../../shared/language/use-words';
import { CommandForm } from '../../shared/look/command-form';
import { OfficerField } from '../life/officer-field';
import { BulkProgress } from './bulk-progress';
import { useMany } from './use-many';

interface Props {
  readonly tasks: readonly Task[];
  readonly onDone: (answer: BulkAnswer) => void;
  readonly onClose: () => void;
}

/** Leaves all chosen tasks to named colleagues. Who could own the first is offered; each task is judged on its own. */
export function BulkForward({ tasks, onDone, onClose }: Props): ReactNode {
  const { t, format } = useWords();
  const [officerIds, setOfficerIds] = useState<readonly string[]>([]);
  const [reason, setReason] = useState('');
  const forward = useMany('forward');
  return (
    <CommandForm
      send={t('inbox.bulk.forward')}
      command={forward}
      consequence={t('inbox.bulk.forwardConsequence', { count: tasks.length, tasks: format.count(tasks.length) })}
      onSubmit={() => {
        if (officerIds.length === 0) return;
        forward.send({ taskIds: tasks.map(({ id }) => id), officerIds: [...officerIds], reason }, onDone);
      }}
      onClose={onClose}
    >
      <OfficerField taskId={tasks[0]?.id ?? ''} isMany chosen={officerIds} onChoose={setOfficerIds} />
      <Textarea
        label={t('task.reason')}
        autosize
        minRows={2}
        maxLength={2000}
        required
        value={reason}
        onChange={({ currentTarget: { value } }) => {
          setReason(value);
        }}
      />
      <BulkProgress howFar={forward.howFar} />
    </CommandForm>
  );
}
