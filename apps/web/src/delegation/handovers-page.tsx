import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import type { Handover } from '../api/schemas';
import { may, useMe } from '../auth/session';
import { AuthorityTabs } from '../mandates/authority-tabs';
import { useWords } from '../shared/language/use-words';
import { PageHeading } from '../shared/look/page-heading';
import { Answered } from '../shared/states/answered';
import { Empty } from '../shared/states/empty';
import { DataTable } from '../shared/table/data-table';
import { handoversQuery } from './delegation-queries';
import { OfferForm } from './offer-form';

/** Packs the reader gives, is offered, or sees as the office above; and the form that offers one. */
export function HandoversPage(): ReactNode {
  const { t } = useWords();
  const query = useQuery(handoversQuery);
  const mayAct = may(useMe(), 'task:act');
  const [isOffering, setOffering] = useState(false);
  const toggle = (): void => {
    setOffering(!isOffering);
  };
  return (
    <div className="stack">
      <PageHeading title={t('delegation:handovers.title')} />
      <AuthorityTabs />
      <p>{t('delegation:handovers.about')}</p>
      <Answered query={query} rows={3}>
        {(handovers) =>
          handovers.length === 0 ? (
            <Empty>{t('delegation:handovers.none')}</Empty>
          ) : (
            <HandoverTable handovers={handovers} />
          )
        }
      </Answered>
      {mayAct && isOffering && <OfferForm onClose={toggle} />}
      {mayAct && !isOffering && (
        <div className="row">
          <Button h={44} onClick={toggle}>
            {t('delegation:handovers.offer')}
          </Button>
        </div>
      )}
    </div>
  );
}

function HandoverTable({ handovers }: { readonly handovers: readonly Handover[] }): ReactNode {
  const { t, format } = useWords();
  return (
    <DataTable
      caption={t('delegation:handovers.title')}
      rows={handovers}
      keyOf={({ id }) => id}
      columns={[
        {
          name: t('delegation:handovers.from'),
          isHeader: true,
          cell: ({ id, fromOfficer }) => (
            <Link to="/handovers/$handoverId" params={{ handoverId: id }} className="text-link">
              {fromOfficer}
            </Link>
          ),
        },
        { name: t('delegation:handovers.to'), cell: ({ toOfficer }) => toOfficer },
        { name: t('delegation:handovers.reason'), cell: ({ reason }) => reason },
        {
          name: t('delegation:handovers.waiting'),
          isNumber: true,
          cell: ({ counts }) => format.count(counts.offered),
        },
        { name: t('delegation:handovers.dueOn'), cell: ({ dueOn }) => format.date(dueOn) },
        { name: t('delegation:handovers.stateName'), cell: ({ state }) => t(`delegation:handovers.state.${state}`) },
      ]}
    />
  );
}
