import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { answer, api } from '../../api/client';
import type { RosterFile, Task } from '../../api/schemas';
import { useCommand } from '../../api/use-command';
import { useWords } from '../../shared/language/use-words';
import { StatusTag, type Tone } from '../../shared/look/status-tag';
import { ProblemNotice } from '../../shared/states/problem-notice';
import { DataTable } from '../../shared/table/data-table';

const TONES: Readonly<Record<RosterFile['state'], Tone>> = { reading: 'running', done: 'done', failed: 'refused' };

interface Props {
  readonly task: Task;
  readonly files: readonly RosterFile[];
  readonly canRemove: boolean;
}

/** Files of a roster with what became of their rows; one can be taken out until the roster is sent. */
export function RosterFiles({ task, files, canRemove }: Props): ReactNode {
  const { t } = useWords();
  const remove = useCommand((fileId: string, key) =>
    answer(
      api.POST('/api/v1/tasks/{taskId}/roster-files/{fileId}/remove', {
        params: { path: { taskId: task.id, fileId }, header: { 'Idempotency-Key': key } },
      }),
    ),
  );
  if (files.length === 0) return <p className="small-print">{t('families:upload.none')}</p>;
  return (
    <>
      {remove.error !== null && <ProblemNotice error={remove.error} />}
      <DataTable
        caption={t('families:upload.files')}
        rows={files}
        keyOf={({ id }) => id}
        columns={[
          { name: t('families:upload.file'), isHeader: true, cell: ({ name }) => name },
          {
            name: t('families:upload.state'),
            cell: ({ state, problem, notes }) => (
              <>
                <StatusTag tone={TONES[state]}>{t(`families:upload.is.${state}`)}</StatusTag>
                {problem !== null && <span className="line small-print">{problem.message}</span>}
                {notes.map(({ code, message }) => (
                  <span key={code + message} className="line small-print">
                    {message}
                  </span>
                ))}
              </>
            ),
          },
          { name: t('families:upload.rows'), cell: (file) => <FileRows file={file} /> },
          {
            name: t('families:upload.action'),
            cell: ({ id, name, purpose }) =>
              canRemove && purpose === 'roster' ? (
                <Button
                  variant="subtle"
                  size="sm"
                  aria-label={t('families:upload.removeFile', { file: name })}
                  onClick={() => {
                    remove.mutate(id);
                  }}
                >
                  {t('families:upload.remove')}
                </Button>
              ) : (
                '–'
              ),
          },
        ]}
      />
    </>
  );
}

function FileRows({ file }: { readonly file: RosterFile }): ReactNode {
  const { t, format } = useWords();
  if (file.purpose === 'identity') return format.count(file.rowsRead);
  return t('families:upload.counts', {
    rows: format.count(file.rowsRead),
    valid: format.count(file.rowsValid),
    warning: format.count(file.rowsWarning),
    invalid: format.count(file.rowsInvalid),
    duplicate: format.count(file.rowsDuplicate),
  });
}
