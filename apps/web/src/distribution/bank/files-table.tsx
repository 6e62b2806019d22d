import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { ExchangedFile } from '../../api/schemas';
import { useWords } from '../../shared/language/use-words';
import { StatusTag } from '../../shared/look/status-tag';
import { DataTable } from '../../shared/table/data-table';
import { FILE_TONES } from './file-words';

/** Files that came and went, each with what became of it and the order that it is about. */
export function FilesTable({ rows }: { readonly rows: readonly ExchangedFile[] }): ReactNode {
  const { t, format, codeWord } = useWords();
  return (
    <DataTable
      caption={t('money:files.title')}
      rows={rows}
      keyOf={({ id }) => id}
      columns={[
        {
          name: t('money:files.name'),
          isHeader: true,
          cell: ({ id, name }) => (
            <Link to="/bank-files/$fileId" params={{ fileId: id }} className="text-link file-name">
              {name}
            </Link>
          ),
        },
        {
          name: t('money:files.kind'),
          cell: ({ direction, kind }) => `${t(`money:files.${direction}`)}: ${t(`money:files.of.${kind}`)}`,
        },
        {
          name: t('money:files.state'),
          cell: ({ state, refusalCode }) => (
            <>
              <StatusTag tone={FILE_TONES[state]}>{t(`money:files.is.${state}`)}</StatusTag>
              {refusalCode !== null && <div className="small-print">{codeWord('money:fileRefusal', refusalCode)}</div>}
            </>
          ),
        },
        { name: t('money:files.passedAt'), cell: ({ passedAt }) => format.dateTime(passedAt) },
        { name: t('money:files.city'), cell: (file) => <About file={file} /> },
        {
          name: t('money:files.rows'),
          isNumber: true,
          cell: ({ rows: lines }) => (lines === null ? '–' : format.count(lines)),
        },
      ]}
    />
  );
}

/** The order that a file is about, by its city, and who pays it. */
function About({ file }: { readonly file: ExchangedFile }): ReactNode {
  const { t } = useWords();
  const { orderId, cityName, cityCode, channel, serviceName } = file;
  if (orderId === null || channel === null) return t('money:files.noOrder');
  return (
    <>
      <Link to="/orders/$orderId" params={{ orderId }} className="text-link">
        {cityName ?? cityCode}
      </Link>
      <div className="small-print">
        {serviceName ?? t('money:files.bankOfRules')} ({t(`periods.by.${channel}`)})
      </div>
    </>
  );
}
