import { Title } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { ExchangedFileDetail } from '../../api/schemas';
import { useWords } from '../../shared/language/use-words';
import { StatusTag } from '../../shared/look/status-tag';
import { DataTable } from '../../shared/table/data-table';

interface Props {
  readonly periodId: string;
  readonly contentId: string;
  readonly file: Pick<ExchangedFileDetail, 'breaks' | 'settledBreaks'>;
}

/** Breaks that a file opened and settled; each number opens them. */
export function FileBreaks({ periodId, contentId, file: { breaks, settledBreaks } }: Props): ReactNode {
  const { t, format, codeWord } = useWords();
  const to = '/periods/$periodId/breaks';
  return (
    <section className="stack" aria-labelledby="file-breaks">
      <Title order={2} size="h3" id="file-breaks">
        {t('money:files.breaks')}
      </Title>
      {breaks.length === 0 ? (
        <p className="small-print">{t('money:files.noBreaks')}</p>
      ) : (
        <DataTable
          caption={t('money:files.breaks')}
          rows={breaks}
          keyOf={({ type, state }) => `${type} ${state}`}
          columns={[
            { name: t('money:breaks.type'), isHeader: true, cell: ({ type }) => codeWord('money:breaks.of', type) },
            {
              name: t('case.state'),
              cell: ({ state }) => (
                <StatusTag tone={state === 'open' ? 'soon' : 'done'}>{t(`money:breaks.is.${state}`)}</StatusTag>
              ),
            },
            {
              name: t('money:files.breakCount'),
              isNumber: true,
              cell: ({ type, state, count }) => (
                <Link to={to} params={{ periodId }} search={{ openedBy: contentId, type, state }} className="text-link">
                  {format.count(count)}
                </Link>
              ),
            },
          ]}
        />
      )}
      {settledBreaks > 0 && (
        <p>
          {t('money:files.settled')}:{' '}
          <Link to={to} params={{ periodId }} search={{ settledBy: contentId }} className="text-link">
            {format.count(settledBreaks)}
          </Link>
        </p>
      )}
    </section>
  );
}
