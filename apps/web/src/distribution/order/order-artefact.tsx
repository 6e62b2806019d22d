import { Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { PaymentOrder } from '../../api/schemas';
import { useWords } from '../../shared/language/use-words';
import { Facts } from '../../shared/look/facts';
import { StatusTag, type Tone } from '../../shared/look/status-tag';
import { Answered } from '../../shared/states/answered';
import { DataTable } from '../../shared/table/data-table';
import type { ArtefactProps } from '../../tasks/artefact/artefact-props';
import { PaperLinks } from '../../documents/paper-links';
import { Fingerprint } from '../../shared/look/fingerprint';
import { orderQuery } from '../../money/money-queries';
import { RehearseFile } from '../bank/rehearse-file';

const ORDER_PAPERS = ['spp', 'spm', 'si'] as const;

const TONES: Readonly<Record<PaymentOrder['state'], Tone>> = {
  drafted: 'neutral',
  released: 'running',
  sent: 'waiting',
  refused: 'late',
  settled: 'done',
};

/** What the bank is told to pay, as the task is about. */
export function OrderArtefact({ task }: ArtefactProps): ReactNode {
  return <OrderView orderId={task.subjectId} />;
}

/** What the bank is told to pay, the files it has answered with, and a place to try out another. */
export function OrderView({ orderId }: { readonly orderId: string }): ReactNode {
  const { t, format } = useWords();
  const query = useQuery(orderQuery(orderId));
  return (
    <Answered query={query}>
      {(order) => (
        <>
          <Facts
            facts={[
              [
                t('money:order.state'),
                <StatusTag key="state" tone={TONES[order.state]}>
                  {t(`money:order.is.${order.state}`)}
                </StatusTag>,
              ],
              ...(order.refusalCode === null ? [] : [[t('money:order.refusal'), order.refusalCode] as const]),
              [t('money:order.attempt'), order.attempt],
              ...(order.reissuesId === null
                ? []
                : ([
                    [
                      t('money:order.again'),
                      <EarlierOrder key="earlier" orderId={order.reissuesId} times={order.generation} />,
                    ],
                    [t('money:order.newAccounts'), format.count(order.newAccounts)],
                  ] as const)),
              [t('periods.channel'), t(`periods.by.${order.channel}`)],
              ...(order.serviceName === null ? [] : [[t('money:order.service'), order.serviceName] as const]),
              [t('money:order.message'), order.messageId],
              [t('task.families'), format.count(order.families)],
              [t('task.rupiah'), format.rupiah(order.amountRupiah)],
              [t('money:order.spm'), order.spmNumber ?? t('decree.noNumber')],
              [t('money:order.sp2d'), order.sp2dNumber ?? t('decree.noNumber')],
              [t('money:order.executionOn'), order.executionOn === null ? '–' : format.date(order.executionOn)],
              [t('money:order.outstanding'), format.count(order.outstanding)],
              [t('money.hash'), <Fingerprint key="hash" hash={order.listHash} />],
            ]}
          />
          <PaperLinks
            papers={ORDER_PAPERS.map((paper) => ({
              label: t(`paper.${paper}`),
              href: `/api/v1/orders/${order.id}/papers/${paper}`,
            }))}
          />
          <BankFiles order={order} />
          {order.state !== 'drafted' && <RehearseFile order={order} />}
        </>
      )}
    </Answered>
  );
}

/** An order that pays again says what it follows. */
function EarlierOrder({ orderId, times }: { readonly orderId: string; readonly times: number }): ReactNode {
  const { t, format } = useWords();
  return (
    <>
      {t('money:order.againOf', { times: format.count(times) })} ·{' '}
      <Link to="/orders/$orderId" params={{ orderId }}>
        {t('money:order.first')}
      </Link>
    </>
  );
}

function BankFiles({ order }: { readonly order: PaymentOrder }): ReactNode {
  const { t, format, codeWord } = useWords();
  return (
    <section className="stack" aria-labelledby="bank-files">
      <Title order={2} size="h3" id="bank-files">
        {t('money:order.files')}
      </Title>
      {order.files.length === 0 ? (
        <p className="small-print">{t('money:order.noFiles')}</p>
      ) : (
        <DataTable
          caption={t('money:order.files')}
          rows={order.files}
          keyOf={({ id }) => id}
          columns={[
            { name: t('families:upload.file'), isHeader: true, cell: ({ name }) => name },
            { name: t('money:order.kind'), cell: ({ kind }) => t(`money:order.file.${kind}`) },
            { name: t('families:upload.rows'), isNumber: true, cell: ({ rows }) => format.count(rows) },
            {
              name: t('money:order.summary'),
              cell: ({ summary }) =>
                Object.entries(summary)
                  .map(([state, rows]) => `${codeWord('money:bankState', state)} ${format.count(rows)}`)
                  .join(' · '),
            },
            {
              name: t('money:order.fileState'),
              cell: ({ refusalCode }) =>
                refusalCode === null ? t('money:order.fileApplied') : <Refused code={refusalCode} />,
            },
            { name: t('money:order.appliedAt'), cell: ({ appliedAt }) => format.dateTime(appliedAt) },
          ]}
        />
      )}
    </section>
  );
}

/** Why nothing of the file was applied. */
function Refused({ code }: { readonly code: string }): ReactNode {
  const { t, codeWord } = useWords();
  return (
    <StatusTag tone="late">{t('money:order.fileRefused', { reason: codeWord('money:fileRefusal', code) })}</StatusTag>
  );
}
