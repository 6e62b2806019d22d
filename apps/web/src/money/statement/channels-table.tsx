import { Title } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Conservation } from '../../api/schemas';
import { useWords } from '../../shared/language/use-words';
import { DataTable } from '../../shared/table/data-table';

type Way = Conservation['channels'][number];

/** What became of the money by the way it is paid, so that a bank and a post office can be compared. */
export function ChannelsTable({ channels }: Pick<Conservation, 'channels'>): ReactNode {
  const { t, format } = useWords();
  const figure = (name: 'ordered' | 'credited' | 'transacted' | 'returned' | 'failed') => ({
    name: t(`money:channels.${name}`),
    isNumber: true,
    cell: (way: Way) => format.count(way[name].families),
  });
  return (
    <section className="stack" aria-labelledby="channels">
      <Title order={2} size="h3" id="channels">
        {t('money:channels.title')}
      </Title>
      {channels.length === 0 ? (
        <p className="small-print">{t('money:channels.none')}</p>
      ) : (
        <DataTable
          caption={t('money:channels.title')}
          rows={channels}
          keyOf={({ channel, serviceName }) => `${channel} ${serviceName ?? ''}`}
          columns={[
            {
              name: t('money:channels.service'),
              isHeader: true,
              cell: ({ channel, serviceName }) =>
                `${serviceName ?? t('money:channels.policy')} (${t(`periods.by.${channel}`)})`,
            },
            figure('ordered'),
            figure('credited'),
            figure('transacted'),
            {
              name: t('money:channels.share'),
              isNumber: true,
              cell: ({ transacted, credited }) =>
                credited.families === 0
                  ? t('money:channels.noShare')
                  : format.percent(transacted.families, credited.families),
            },
            figure('failed'),
            figure('returned'),
            { name: t('task.rupiah'), isNumber: true, cell: ({ ordered }) => format.rupiah(ordered.amountRupiah) },
          ]}
        />
      )}
    </section>
  );
}
