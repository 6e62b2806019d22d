import { Title } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Report } from '../api/schemas';
import { Difference } from '../money/statement/difference';
import { Fingerprint } from '../shared/look/fingerprint';
import { useWords } from '../shared/language/use-words';
import { Facts } from '../shared/look/facts';
import { DataTable } from '../shared/table/data-table';
import { ReportLines } from './report-lines';

/** A report of one tier: both identities, its lines, and why families did not transact. */
export function ReportView({ report }: { readonly report: Report }): ReactNode {
  const { t, format, codeWord } = useWords();
  const { content } = report;
  const measure = ({ families, amountRupiah }: { families: number; amountRupiah: string }): string =>
    `${t('count.families', { families: format.count(families) })} · ${format.rupiah(amountRupiah)}`;
  return (
    <>
      <div className="stack">
        <Difference amount={content.firstDifferenceRupiah} name={t('money.identity.first')} />
        <Difference amount={content.secondDifferenceRupiah} name={t('money.identity.second')} />
      </div>
      <Facts
        facts={[
          [t('reporting:report.territory'), content.territoryName],
          [t('reporting:report.builtAt'), format.dateTime(report.builtAt)],
          [t('money.part.unallocated'), measure(content.unallocated)],
          [t('money.part.pending'), measure(content.pending)],
          [t('money.part.unreconciled'), measure(content.unreconciled)],
          [t('money.part.held'), measure(content.held)],
          ['NTPN', content.ntpn ?? '–'],
          [t('money.hash'), <Fingerprint key="hash" hash={report.contentHash} />],
        ]}
      />
      <p className="row">
        <a className="text-link" href={`/api/v1/reports/${report.id}/xlsx`} download>
          {t('reporting:report.xlsx')}
        </a>
        <a className="text-link" href={`/api/v1/reports/${report.id}/pdf`} download>
          {t('reporting:report.pdf')}
        </a>
      </p>
      <ReportLines total={content.total} lines={content.lines} />
      <section className="stack" aria-labelledby="report-reasons">
        <Title order={2} size="h3" id="report-reasons">
          {t('money.reasons')}
        </Title>
        {content.reasons.length === 0 ? (
          <p className="small-print">{t('money.noReasons')}</p>
        ) : (
          <DataTable
            caption={t('money.reasons')}
            rows={content.reasons}
            keyOf={({ reason }) => reason}
            columns={[
              { name: t('money.reason'), isHeader: true, cell: ({ reason }) => codeWord('finding', reason) },
              { name: t('task.families'), isNumber: true, cell: ({ families }) => format.count(families) },
              { name: t('task.rupiah'), isNumber: true, cell: ({ amountRupiah }) => format.rupiah(amountRupiah) },
            ]}
          />
        )}
      </section>
    </>
  );
}
