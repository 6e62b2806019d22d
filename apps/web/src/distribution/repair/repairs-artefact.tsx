import { Button, Title } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import type { FailedPayment } from '../../api/schemas';
import { failedPaymentsQuery } from '../../money/money-queries';
import { useWords } from '../../shared/language/use-words';
import { StatusTag } from '../../shared/look/status-tag';
import { AnsweredList } from '../../shared/states/answered-list';
import { Empty } from '../../shared/states/empty';
import { DataTable } from '../../shared/table/data-table';
import type { ArtefactProps } from '../../tasks/artefact/artefact-props';
import { RepairAlike } from './repair-alike';
import { RepairForm } from './repair-form';

/** Payments of an order that failed: the city puts down for each whether it is sent again, elsewhere, or given up. */
export function RepairsArtefact(props: ArtefactProps): ReactNode {
  const { t } = useWords();
  const query = useInfiniteQuery(failedPaymentsQuery(props.task.subjectId));
  return (
    <section className="stack" aria-labelledby="failed-payments">
      <Title order={2} size="h3" id="failed-payments">
        {t('money:repair.paper')}
      </Title>
      <AnsweredList query={query} empty={<Empty>{t('money:repair.none')}</Empty>}>
        {(payments) => <FailedPayments {...props} payments={payments} />}
      </AnsweredList>
    </section>
  );
}

interface ListProps extends ArtefactProps {
  readonly payments: readonly FailedPayment[];
}

function FailedPayments({ task, isEditable, onUnsaved, payments }: ListProps): ReactNode {
  const { t, format } = useWords();
  const [openId, setOpenId] = useState<string | undefined>(undefined);
  const missing = payments.filter(({ action }) => action === null).length;
  const open = payments.find(({ id }) => id === openId);
  return (
    <>
      {isEditable && <p>{t('money:repair.lead')}</p>}
      {isEditable && <RepairAlike task={task} payments={payments} />}
      {isEditable && open !== undefined && (
        <RepairForm
          key={open.id}
          task={task}
          payment={open}
          onUnsaved={onUnsaved}
          onClose={() => {
            setOpenId(undefined);
          }}
        />
      )}
      <p className="small-print" aria-live="polite">
        {missing === 0 ? t('money:repair.ready') : t('money:repair.missing', { families: format.count(missing) })}
      </p>
      <PaymentTable payments={payments} openId={openId} onOpen={isEditable ? setOpenId : undefined} />
    </>
  );
}

interface TableProps {
  readonly payments: readonly FailedPayment[];
  readonly openId: string | undefined;
  /** Missing where it can only be read. */
  readonly onOpen: ((id: string) => void) | undefined;
}

function PaymentTable({ payments, openId, onOpen }: TableProps): ReactNode {
  const { t, format, codeWord } = useWords();
  return (
    <DataTable
      caption={t('money:repair.paper')}
      rows={payments}
      keyOf={({ id }) => id}
      activeKey={openId}
      columns={[
        {
          name: t('case.family'),
          isHeader: true,
          cell: ({ kpmCode, kelurahanName, kelurahanCode }) => (
            <>
              {kpmCode}
              <br />
              <span className="small-print">{kelurahanName ?? kelurahanCode}</span>
            </>
          ),
        },
        {
          name: t('money:repair.reason'),
          cell: ({ reason }) =>
            reason === null ? t('money:repair.noReason') : `${reason} ${codeWord('money:failure', reason)}`,
        },
        { name: t('task.rupiah'), isNumber: true, cell: ({ amountRupiah }) => format.rupiah(amountRupiah) },
        { name: t('money:repair.action'), cell: (payment) => <PutDown payment={payment} onOpen={onOpen} /> },
        ...(onOpen === undefined
          ? [{ name: t('explanation.label'), cell: ({ explanation }: FailedPayment) => explanation ?? '–' }]
          : []),
      ]}
    />
  );
}

/** What is put down for one payment, and the way to change it. */
function PutDown({
  payment: { id, kpmCode, action },
  onOpen,
}: {
  readonly payment: FailedPayment;
  readonly onOpen: TableProps['onOpen'];
}): ReactNode {
  const { t } = useWords();
  const press = t(action === null ? 'money:repair.edit' : 'money:repair.change');
  return (
    <>
      <StatusTag tone={action === null ? 'soon' : 'done'}>
        {action === null ? t('money:repair.undecided') : t(`money:repair.as.${action}`)}
      </StatusTag>
      {onOpen !== undefined && (
        <Button
          variant="subtle"
          size="compact-sm"
          aria-label={`${press} ${kpmCode}`}
          onClick={() => {
            onOpen(id);
          }}
        >
          {press}
        </Button>
      )}
    </>
  );
}
