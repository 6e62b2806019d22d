import { Textarea } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { answer, api } from '../../api/client';
import type { BulkAnswer, Task } from '../../api/schemas';
import { useCommand } from '../../api/use-command';
import { useWords } from '../../shared/language/use-words';
import { FormEnd } from '../../shared/look/form-end';
import { OfficerField } from '../life/officer-field';

interface Wish {
  readonly taskIds: string[];
  readonly officerIds: string[];
  readonly reason: string;
}

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
  const forward = useCommand((body: Wish, key) =>
    answer(api.POST('/api/v1/tasks/bulk/forward', { params: { header: { 'Idempotency-Key': key } }, body })),
  );
  return (
    <form
      className="panel stack"
      onSubmit={(submitted) => {
        submitted.preventDefault();
        if (forward.isPending || officerIds.length === 0) return;
        const taskIds = tasks.map(({ id }) => id);
        forward.mutate({ taskIds, officerIds: [...officerIds], reason }, { onSuccess: onDone });
      }}
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
      <p className="consequence">
        {t('inbox.bulk.forwardConsequence', { count: tasks.length, tasks: format.count(tasks.length) })}
      </p>
      <FormEnd send={t('inbox.bulk.forward')} command={forward} onClose={onClose} />
    </form>
  );
}
