import { Button, FileButton, Title } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { CardFileTaken } from '../../api/schemas';
import { useWords } from '../../shared/language/use-words';
import { OpenedForm } from '../../shared/look/opened-form';
import { Answered } from '../../shared/states/answered';
import { Notice } from '../../shared/states/notice';
import { ProblemNotice } from '../../shared/states/problem-notice';
import { DataTable } from '../../shared/table/data-table';
import { cardFilesQuery, sendCardFile } from './card-queries';

const WAYS = ['rehearse', 'send'] as const;

/** A bank's file: a sample, a rehearsal that changes nothing, and the sending; what is to be mended stands below. */
export function CardFiles(): ReactNode {
  const { t } = useWords();
  const queryClient = useQueryClient();
  const send = useMutation({
    mutationFn: ({ file, isRehearsal }: { readonly file: File; readonly isRehearsal: boolean }) =>
      sendCardFile(file, isRehearsal),
    onSuccess: () => queryClient.invalidateQueries(),
  });
  return (
    <section className="panel stack" aria-labelledby="card-files">
      <Title order={2} size="h3" id="card-files">
        {t('distribution:file.title')}
      </Title>
      <p className="small-print">{t('distribution:file.about')}</p>
      <p>
        <a className="text-link" href="/api/v1/card-files/sample" download>
          {t('distribution:file.sample')}
        </a>
      </p>
      <div className="row">
        {WAYS.map((way) => (
          <FileButton
            key={way}
            accept=".csv,.xlsx"
            disabled={send.isPending}
            inputProps={{ 'aria-label': t(`distribution:file.${way}`) }}
            onChange={(file) => {
              if (file !== null) send.mutate({ file, isRehearsal: way === 'rehearse' });
            }}
          >
            {(props) => (
              <Button {...props} h={44} variant={way === 'send' ? 'filled' : 'default'}>
                {t(`distribution:file.${way}`)}
              </Button>
            )}
          </FileButton>
        ))}
      </div>
      {send.isPending && <p role="status">{t('distribution:file.busy', { file: send.variables.file.name })}</p>}
      {send.error !== null && <ProblemNotice error={send.error} />}
      {send.data !== undefined && <Taken taken={send.data} />}
      <OpenedForm name={t('distribution:file.list')}>{() => <FilesTaken />}</OpenedForm>
    </section>
  );
}

function Taken({ taken }: { readonly taken: CardFileTaken }): ReactNode {
  const { t, format } = useWords();
  const { id, isNew, rows, cards, words, refused, findings, foundMore } = taken;
  const what = id === null ? 'rehearsed' : isNew ? 'taken' : 'known';
  const shown = {
    ...{ rows: format.count(rows), cards: format.count(cards), words: format.count(words) },
    refused: format.count(refused),
  };
  return (
    <>
      <Notice tone={findings.length > 0 ? 'soon' : 'done'}>
        {t(`distribution:file.${what}`)} {t('distribution:file.counts', shown)}
      </Notice>
      {findings.length > 0 && (
        <>
          <h3>{t('distribution:file.findings')}</h3>
          <DataTable
            caption={t('distribution:file.findings')}
            rows={findings}
            keyOf={(one) => one.id}
            columns={[
              { name: t('distribution:file.row'), isHeader: true, cell: ({ rowNumber }) => format.count(rowNumber) },
              { name: t('distribution:file.column'), cell: ({ column }) => column },
              {
                name: t('distribution:file.finding'),
                cell: ({ finding }) => t(`distribution:findingIs.${finding}`),
              },
            ]}
          />
          {foundMore && <p className="small-print">{t('distribution:file.more')}</p>}
        </>
      )}
    </>
  );
}

function FilesTaken(): ReactNode {
  const { t, format } = useWords();
  const query = useQuery(cardFilesQuery());
  return (
    <Answered query={query}>
      {({ files }) =>
        files.length === 0 ? (
          <p className="small-print">{t('distribution:file.noFiles')}</p>
        ) : (
          <DataTable
            caption={t('distribution:file.list')}
            rows={files}
            keyOf={({ id }) => id}
            columns={[
              { name: t('distribution:file.name'), isHeader: true, cell: ({ name }) => name },
              { name: t('distribution:file.loadedAt'), cell: ({ loadedAt }) => format.dateTime(loadedAt) },
              { name: t('distribution:file.loader'), cell: ({ loader }) => loader },
              { name: t('distribution:file.rows'), isNumber: true, cell: ({ rows }) => format.count(rows) },
              { name: t('distribution:file.words'), isNumber: true, cell: ({ words }) => format.count(words) },
              { name: t('distribution:file.refused'), isNumber: true, cell: ({ refused }) => format.count(refused) },
            ]}
          />
        )
      }
    </Answered>
  );
}
