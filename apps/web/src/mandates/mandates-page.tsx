import { Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { Mandate } from '../api/schemas';
import { useWords } from '../shared/language/use-words';
import { PageHeading } from '../shared/look/page-heading';
import { Answered } from '../shared/states/answered';
import { Empty } from '../shared/states/empty';
import { AuthorityTabs } from './authority-tabs';
import { FreezeList } from './freeze-list';
import { MandateChange } from './mandate-change';
import { MandateFacts } from './mandate-facts';
import { MandateRenewal } from './mandate-renewal';
import { MandateHistory } from './mandate-history';
import { mandatesQuery } from './mandate-queries';
import { inTreeOrder } from './mandate-tree';
import './mandates.css';
import { OfferSlice } from './offer-slice';

/** Delegated power as a tree, with its ceiling, what was used and given on, and what is left; then what is frozen. */
export function MandatesPage(): ReactNode {
  const { t } = useWords();
  const query = useQuery(mandatesQuery);
  return (
    <div className="stack">
      <PageHeading title={t('mandates:title')} />
      <AuthorityTabs />
      <Answered query={query}>
        {(mandates) =>
          mandates.length === 0 ? (
            <Empty>{t('mandates:none')}</Empty>
          ) : (
            inTreeOrder(mandates).map((mandate) => <MandateSection key={mandate.id} mandate={mandate} />)
          )
        }
      </Answered>
      <FreezeList />
    </div>
  );
}

function MandateSection({ mandate }: { readonly mandate: Mandate }): ReactNode {
  const { t } = useWords();
  const isSlice = mandate.parentId !== null;
  return (
    <section
      className={isSlice ? 'stack mandate-slice' : 'stack'}
      data-depth={mandate.depth}
      aria-labelledby={`mandate-${mandate.id}`}
    >
      <Title order={isSlice ? 3 : 2} size="h3" id={`mandate-${mandate.id}`}>
        {mandate.grantee}, {mandate.periodCode}
      </Title>
      {isSlice && (
        <p className="small-print">
          {t('mandates:parent')}: {mandate.grantor}
        </p>
      )}
      <MandateFacts mandate={mandate} />
      <MandateHistory mandate={mandate} />
      <MandateChange mandate={mandate} />
      <MandateRenewal mandate={mandate} />
      {mandate.mayOffer && <OfferSlice mandate={mandate} />}
    </section>
  );
}
