import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { Workflows } from '../api/schemas';
import { may, useMe } from '../auth/session';
import { useWords } from '../shared/language/use-words';
import { Facts } from '../shared/look/facts';
import { PageHeading } from '../shared/look/page-heading';
import { StatusTag } from '../shared/look/status-tag';
import { Answered } from '../shared/states/answered';
import { Empty } from '../shared/states/empty';
import { Notice } from '../shared/states/notice';
import { workflowsQuery } from './operation-queries';
import { WorkflowsTable } from './workflows-table';

/** What runs, what is stuck and why, and whether decisions reach their workflows. */
export function WorkflowsPage(): ReactNode {
  const { t } = useWords();
  const query = useQuery(workflowsQuery);
  return (
    <div className="stack">
      <PageHeading
        title={t('operations:title')}
        trail={
          may(useMe(), 'webhook:read') && (
            <Link to="/webhooks" className="text-link">
              {t('operations:webhooks')}
            </Link>
          )
        }
      />
      <Answered query={query}>{(seen) => <WorkflowsSheet seen={seen} />}</Answered>
    </div>
  );
}

function WorkflowsSheet({ seen }: { readonly seen: Workflows }): ReactNode {
  const { t, format } = useWords();
  const isReachable = seen.temporal === 'reachable';
  const stuck = seen.workflows.filter(({ pendingActivities }) => pendingActivities.some(({ attempt }) => attempt > 1));
  const running = seen.workflows.filter(({ status }) => status === 'RUNNING');
  return (
    <>
      {!isReachable && (
        <Notice tone="soon">{t('operations:away', { waiting: format.count(seen.outbox.waiting) })}</Notice>
      )}
      <Facts
        facts={[
          [
            'Temporal',
            <StatusTag key="temporal" tone={isReachable ? 'done' : 'late'}>
              {t(`operations:${seen.temporal}`)}
            </StatusTag>,
          ],
          [t('operations:stuck'), format.count(stuck.length)],
          [t('operations:running'), format.count(running.length)],
          [t('operations:outbox'), format.count(seen.outbox.waiting)],
          [t('operations:oldest'), seen.outbox.oldestAt === null ? '–' : format.dateTime(seen.outbox.oldestAt)],
          [t('operations:mails'), format.count(seen.mails.waiting)],
          [t('operations:mailsFailed'), format.count(seen.mails.failed)],
          [
            t('operations:ui'),
            seen.temporalUi === null ? (
              '–'
            ) : (
              <a key="ui" className="text-link" href={seen.temporalUi} target="_blank" rel="noreferrer">
                {t('operations:openUi')}
              </a>
            ),
          ],
        ]}
      />
      {seen.workflows.length === 0 && isReachable && <Empty>{t('operations:none')}</Empty>}
      {seen.workflows.length > 0 && <WorkflowsTable workflows={seen.workflows} />}
    </>
  );
}
