import { useQuery } from '@tanstack/react-query';
import { Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { may, useMe } from '../auth/session';
import { useWords } from '../shared/language/use-words';
import { PageHeading } from '../shared/look/page-heading';
import { Answered } from '../shared/states/answered';
import { Empty } from '../shared/states/empty';
import { MandateChange } from './mandate-change';
import { MandateFacts } from './mandate-facts';
import { mandatesQuery } from './mandate-queries';

/** Delegated power with its ceiling, what was used of it and what is left. */
export function MandatesPage(): ReactNode {
  const { t } = useWords();
  const me = useMe();
  const query = useQuery(mandatesQuery);
  return (
    <div className="stack">
      <PageHeading title={t('mandates.title')} />
      <Answered query={query}>
        {(mandates) =>
          mandates.length === 0 ? (
            <Empty>{t('mandates.none')}</Empty>
          ) : (
            mandates.map((mandate) => (
              <section key={mandate.id} className="stack" aria-labelledby={`mandate-${mandate.id}`}>
                <Title order={2} size="h3" id={`mandate-${mandate.id}`}>
                  {mandate.grantee}, {mandate.periodCode}
                </Title>
                <MandateFacts mandate={mandate} />
                {may(me, 'mandate:write') && <MandateChange mandate={mandate} />}
              </section>
            ))
          )
        }
      </Answered>
    </div>
  );
}
