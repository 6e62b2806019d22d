import { Button, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useWords } from '../shared/language/use-words';
import type { Delegation, Delegations } from '../api/schemas';
import { may, useMe } from '../auth/session';
import { AuthorityTabs } from '../mandates/authority-tabs';
import { PageHeading } from '../shared/look/page-heading';
import { Answered } from '../shared/states/answered';
import { Empty } from '../shared/states/empty';
import { DelegationForm } from './delegation-form';
import { DelegationList } from './delegation-list';
import { delegationsQuery } from './delegation-queries';

/** Who stands in for the reader, for whom the reader stands in, and the form that asks a colleague. */
export function DelegationsPage(): ReactNode {
  const { t } = useWords();
  const query = useQuery(delegationsQuery);
  return (
    <div className="stack">
      <PageHeading title={t('delegation:delegations.title')} />
      <AuthorityTabs />
      <p>{t('delegation:delegations.about')}</p>
      <Answered query={query} rows={3}>
        {(answered) => (
          <>
            <Section part="given" delegations={answered.given} />
            <AddDelegation answered={answered} />
            <Section part="received" delegations={answered.received} />
          </>
        )}
      </Answered>
    </div>
  );
}

interface SectionProps {
  readonly part: 'given' | 'received';
  readonly delegations: readonly Delegation[];
}

function Section({ part, delegations }: SectionProps): ReactNode {
  const { t } = useWords();
  return (
    <section className="stack" aria-labelledby={`delegations-${part}`}>
      <Title order={2} size="h3" id={`delegations-${part}`}>
        {t(`delegation:delegations.${part}`)}
      </Title>
      {delegations.length === 0 ? (
        <Empty>
          {t(part === 'given' ? 'delegation:delegations.noneGiven' : 'delegation:delegations.noneReceived')}
        </Empty>
      ) : (
        <DelegationList part={part} delegations={delegations} />
      )}
    </section>
  );
}

function AddDelegation({ answered }: { readonly answered: Delegations }): ReactNode {
  const { t } = useWords();
  const mayAct = may(useMe(), 'task:act');
  const [isAdding, setAdding] = useState(false);
  const toggle = (): void => {
    setAdding(!isAdding);
  };
  if (!mayAct) return null;
  if (isAdding) return <DelegationForm today={answered.today} maxDays={answered.maxDays} onClose={toggle} />;
  return (
    <div className="row">
      <Button h={44} onClick={toggle}>
        {t('delegation:delegations.add')}
      </Button>
    </div>
  );
}
