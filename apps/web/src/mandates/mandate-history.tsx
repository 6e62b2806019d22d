import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import type { Mandate, MandateEvent } from '../api/schemas';
import { useWords } from '../shared/language/use-words';
import { Answered } from '../shared/states/answered';
import { Empty } from '../shared/states/empty';
import { DataTable } from '../shared/table/data-table';
import { mandateEventsQuery } from './mandate-queries';

/** The ledger of one mandate, fetched when somebody wants to see it. */
export function MandateHistory({ mandate }: { readonly mandate: Mandate }): ReactNode {
  const { t } = useWords();
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <div className="row">
        <Button
          variant="default"
          h={44}
          aria-expanded={isOpen}
          onClick={() => {
            setOpen(!isOpen);
          }}
        >
          {t('mandates:events')}
        </Button>
      </div>
      {isOpen && <Events mandateId={mandate.id} />}
    </>
  );
}

function Events({ mandateId }: { readonly mandateId: string }): ReactNode {
  const { t, format, codeWord } = useWords();
  const query = useQuery(mandateEventsQuery(mandateId));
  const amount = ({ families, amountRupiah }: MandateEvent): string =>
    families === 0 && amountRupiah === '0'
      ? '–'
      : `${t('count.families', { families: format.count(families) })} · ${format.rupiah(amountRupiah)}`;
  return (
    <Answered query={query} rows={3}>
      {(events) =>
        events.length === 0 ? (
          <Empty>{t('mandates:noEvents')}</Empty>
        ) : (
          <DataTable
            caption={t('mandates:events')}
            rows={events}
            keyOf={({ event, occurredAt, taskId }) => `${event}${occurredAt}${taskId ?? ''}`}
            columns={[
              {
                name: t('mandates:what'),
                isHeader: true,
                cell: ({ event }) => codeWord('mandates:event', event),
              },
              { name: t('mandates:when'), cell: ({ occurredAt }) => format.dateTime(occurredAt) },
              { name: t('mandates:who'), cell: ({ officer }) => officer ?? '–' },
              { name: t('task.reason'), cell: ({ reason }) => reason ?? '–' },
              { name: t('mandates:amount'), isNumber: true, cell: amount },
            ]}
          />
        )
      }
    </Answered>
  );
}
