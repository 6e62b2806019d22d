import { Title } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { ExchangedFileDetail } from '../../api/schemas';
import { useWords } from '../../shared/language/use-words';
import { Facts } from '../../shared/look/facts';
import { Fingerprint } from '../../shared/look/fingerprint';
import { StatusTag } from '../../shared/look/status-tag';
import { DataTable } from '../../shared/table/data-table';
import { FileBreaks } from './file-breaks';
import { FILE_TONES } from './file-words';

interface Props {
  readonly file: ExchangedFileDetail;
}

/** What a file is about, what was done with it and why, and where to go on. */
export function FileView({ file }: Props): ReactNode {
  const { t, format } = useWords();
  const { direction, state, kind, messageId, periodId } = file;
  return (
    <>
      <p>
        <StatusTag tone={FILE_TONES[state]}>{t(`money:files.is.${state}`)}</StatusTag>{' '}
        {t(`money:files.means.${direction}.${state}` as 'money:files.means.in.applied')}{' '}
        {file.firstId !== null && (
          <Link to="/bank-files/$fileId" params={{ fileId: file.firstId }} className="text-link">
            {t('money:files.openFirst')}
          </Link>
        )}
      </p>
      <Refusal file={file} />
      <Facts
        facts={[
          [t('money:files.kind'), `${t(`money:files.${direction}`)}: ${t(`money:files.of.${kind}`)}`],
          [t('money:files.passedAt'), format.dateTime(file.passedAt)],
          ...(file.saidAt === null ? [] : [[t('money:files.saidAt'), format.dateTime(file.saidAt)] as const]),
          [t('money:files.order'), <OrderLink key="order" file={file} />],
          ...(file.attempt === null ? [] : [[t('money:files.attempt'), format.count(file.attempt)] as const]),
          ...(file.channel === null
            ? []
            : [
                [
                  t('money:files.service'),
                  `${file.serviceName ?? t('money:files.bankOfRules')} (${t(`periods.by.${file.channel}`)})`,
                ] as const,
              ]),
          [t('money:files.rows'), file.rows === null ? '–' : format.count(file.rows)],
          ...(file.sha256 === null
            ? []
            : [[t('money:files.sha256'), <Fingerprint key="hash" hash={file.sha256} />] as const]),
        ]}
      />
      {file.summary !== null && <Summary summary={file.summary} />}
      {periodId !== null && file.contentId !== null && direction === 'in' && (
        <FileBreaks periodId={periodId} contentId={file.contentId} file={file} />
      )}
      {messageId !== null && (
        <Link to="/bank-files" search={{ text: messageId }} className="text-link">
          {t('money:files.ofOrder')}
        </Link>
      )}
    </>
  );
}

function OrderLink({ file: { orderId, messageId, cityName, cityCode } }: Props): ReactNode {
  const { t } = useWords();
  if (orderId === null) return t('money:files.noOrder');
  return (
    <>
      {messageId} · {cityName ?? cityCode} ·{' '}
      <Link to="/orders/$orderId" params={{ orderId }} className="text-link">
        {t('money:files.rehearse')}
      </Link>
    </>
  );
}

const FACTS = ['found', 'expected', 'declared', 'currency', 'reason'] as const;

/** Why nothing of it was applied, what to do, and what the refusal knows of it. */
function Refusal({ file: { refusalCode, refusalDetails } }: Props): ReactNode {
  const { t, codeWord } = useWords();
  if (refusalCode === null) return null;
  const details = FACTS.flatMap((name) => {
    const value = refusalDetails?.[name];
    return typeof value === 'string' || typeof value === 'number'
      ? [[t(`money:files.fact.${name}`), value] as const]
      : [];
  });
  return (
    <Facts
      facts={[
        [t('money:files.why'), codeWord('money:fileRefusal', refusalCode)],
        [t('money:files.todo'), codeWord('money:files.advice', refusalCode)],
        [t('money:files.code'), refusalCode],
        ...details,
      ]}
    />
  );
}

function Summary({ summary }: { readonly summary: Readonly<Record<string, number>> }): ReactNode {
  const { t, format, codeWord } = useWords();
  const rows = Object.entries(summary);
  return (
    <section className="stack" aria-labelledby="file-summary">
      <Title order={2} size="h3" id="file-summary">
        {t('money:files.summary')}
      </Title>
      <DataTable
        caption={t('money:files.summary')}
        rows={rows}
        keyOf={([said]) => said}
        columns={[
          { name: t('money:files.said'), isHeader: true, cell: ([said]) => codeWord('money:bankState', said) },
          { name: t('money:files.lines'), isNumber: true, cell: ([, count]) => format.count(count) },
        ]}
      />
    </section>
  );
}
