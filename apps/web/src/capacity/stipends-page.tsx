import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { Stipends } from '../api/schemas';
import { may, useMe } from '../auth/session';
import { useWords } from '../shared/language/use-words';
import { PageHeading } from '../shared/look/page-heading';
import { Answered } from '../shared/states/answered';
import { Empty } from '../shared/states/empty';
import { NewStatementForm } from './new-statement-form';
import { OwnStipends } from './own-stipends';
import { StatementDetails } from './statement-details';
import { stipendsQuery } from './stipend-queries';
import { WaitingStatement } from './waiting-statement';

/** What TKSK are paid by month: for those who state and approve it all of the city, for a TKSK their own. */
export function StipendsPage(): ReactNode {
  const { t } = useWords();
  const me = useMe();
  return (
    <div className="stack">
      <PageHeading
        title={t('capacity:title')}
        trail={
          <Link to="/follow-up" className="text-link">
            {t('desks.title')}
          </Link>
        }
      />
      {may(me, 'stipend:own') && <OwnStipends />}
      {may(me, 'stipend:read') && <OfCity />}
    </div>
  );
}

function OfCity(): ReactNode {
  const { t } = useWords();
  const query = useQuery(stipendsQuery);
  return (
    <>
      <p>{t('capacity:about')}</p>
      <Answered query={query}>{(stipends) => <Statements stipends={stipends} />}</Answered>
    </>
  );
}

function Statements({ stipends }: { readonly stipends: Stipends }): ReactNode {
  const { t } = useWords();
  const me = useMe();
  const { statements } = stipends;
  return (
    <>
      {statements
        .filter(({ state }) => state === 'proposed')
        .map((statement) => (
          <WaitingStatement key={statement.id} statement={statement} />
        ))}
      {may(me, 'stipend:propose') && <NewStatementForm stipends={stipends} />}
      {statements.length === 0 && <Empty>{t('capacity:none')}</Empty>}
      {statements.map((statement) => (
        <StatementDetails key={statement.id} statement={statement} />
      ))}
    </>
  );
}
