import { Button, FileButton, Progress } from '@mantine/core';
import { IconFileUpload } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import type { RosterFile, Task } from '../../api/schemas';
import { useWords } from '../../shared/language/use-words';
import { Notice } from '../../shared/states/notice';
import { ProblemNotice } from '../../shared/states/problem-notice';
import { type Purpose, useUpload } from './use-upload';

interface Props {
  readonly task: Task;
  readonly purpose: Purpose;
}

/** A file by drop or by button; shows the bytes on their way and what the server made of the rows. */
export function FileDrop({ task, purpose }: Props): ReactNode {
  const { t, format } = useWords();
  const upload = useUpload(task, purpose);
  const [isOver, setOver] = useState(false);
  const share = Math.round(upload.sent * 100);
  return (
    <section
      className="file-drop"
      data-over={isOver || undefined}
      aria-label={t(`families:upload.title.${purpose}`)}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => {
        setOver(false);
      }}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        const [file] = event.dataTransfer.files;
        if (file !== undefined && !upload.isSending) upload.send(file);
      }}
    >
      <IconFileUpload size={24} stroke={1.75} aria-hidden />
      <p>
        <strong>{t(`families:upload.title.${purpose}`)}</strong>
      </p>
      <p className="small-print">{t(`families:upload.hint.${purpose}`)}</p>
      <FileButton
        accept=".csv,.xlsx"
        inputProps={{ 'aria-label': t('families:upload.choose') }}
        onChange={(file) => {
          if (file !== null && !upload.isSending) upload.send(file);
        }}
      >
        {(props) => (
          <Button {...props} aria-disabled={upload.isSending}>
            {t('families:upload.choose')}
          </Button>
        )}
      </FileButton>
      {upload.isSending && (
        <div className="file-progress" role="status">
          <p>
            {share < 100
              ? t('families:upload.sending', { file: upload.file?.name ?? '', percent: format.count(share) })
              : t('families:upload.reading', { file: upload.file?.name ?? '' })}
          </p>
          <Progress value={share} animated={share === 100} aria-label={t('families:upload.progress')} />
        </div>
      )}
      {upload.error !== null && <ProblemNotice error={upload.error} />}
      {upload.answer !== undefined && <FileAnswer file={upload.answer} />}
    </section>
  );
}

function FileAnswer({ file }: { readonly file: RosterFile }): ReactNode {
  const { t, format } = useWords();
  if (file.problem !== null) return <Notice tone="soon">{file.problem.message}</Notice>;
  return (
    <Notice tone="done">
      {t(file.purpose === 'identity' ? 'families:upload.doneIdentity' : 'families:upload.done', {
        file: file.name,
        rows: format.count(file.rowsRead),
        valid: format.count(file.rowsValid),
        warning: format.count(file.rowsWarning),
        invalid: format.count(file.rowsInvalid),
        duplicate: format.count(file.rowsDuplicate),
      })}
    </Notice>
  );
}
