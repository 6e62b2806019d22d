import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { Notification } from '../api/schemas';
import { useCommand } from '../api/use-command';
import { useWords } from '../shared/language/use-words';
import { StatusTag } from '../shared/look/status-tag';
import { DataTable } from '../shared/table/data-table';
import { markRead } from './notification-queries';
import { notificationText } from './notification-words';

/** One row for each thing told; opening what it is about marks it read. */
export function NotificationsTable({ rows }: { readonly rows: readonly Notification[] }): ReactNode {
  const { t, format } = useWords();
  return (
    <DataTable
      caption={t('bell.title')}
      rows={rows}
      keyOf={({ id }) => id}
      columns={[
        { name: t('notifications:list.what'), isHeader: true, cell: (row) => <What notification={row} /> },
        {
          name: t('notifications:list.due'),
          cell: ({ task }) => {
            if (task === null) return '–';
            return task.isOpen ? format.date(task.dueOn) : t('notifications:list.closed');
          },
        },
        { name: t('notifications:list.when'), cell: ({ occurredAt }) => format.dateTime(occurredAt) },
        {
          name: t('notifications:list.state'),
          cell: ({ readAt }) =>
            readAt === null ? (
              <StatusTag tone="running">{t('notifications:list.isNew')}</StatusTag>
            ) : (
              <StatusTag tone="done">{t('notifications:list.isRead')}</StatusTag>
            ),
        },
      ]}
    />
  );
}

/** Where what somebody is told of is read and settled, if not in a task. */
const PAGE_OF_KIND: Readonly<
  Record<
    string,
    | '/mandates'
    | '/family-changes'
    | '/case-requests'
    | '/case-measures'
    | '/case-sanctions'
    | '/field-phones'
    | '/complaints'
    | '/stipends'
    | '/spot-checks'
    | '/alerts'
    | '/outreach/sessions'
    | '/cards'
    | '/webhooks'
  >
> = {
  'mandate.ended': '/mandates',
  'family-change.proposed': '/family-changes',
  'case-request.lapsed': '/case-requests',
  'case-measure.proposed': '/case-measures',
  'case-measure.ended': '/case-measures',
  'case-sanction.proposed': '/case-sanctions',
  'case-sanction.objected': '/case-sanctions',
  'case-sanction.ended': '/case-sanctions',
  'field.version-kept': '/field-phones',
  'stipend.proposed': '/stipends',
  'stipend.decided': '/stipends',
  'complaint.waits': '/complaints',
  'spot-check.drawn': '/spot-checks',
  'spot-check.late': '/spot-checks',
  'alert.opened': '/alerts',
  'outreach.planned': '/outreach/sessions',
  'outreach.late': '/outreach/sessions',
  'card.late': '/cards',
  'webhook.trouble': '/webhooks',
};

/** What is settled on the page of the officer whom it is about. */
const ON_OFFICERS_PAGE: ReadonlySet<string> = new Set([
  'appointment.proposed',
  'account-reset.proposed',
  'account-reset.decided',
]);

function What({ notification }: { readonly notification: Notification }): ReactNode {
  const { t, codeWord } = useWords();
  const mark = useCommand(markRead);
  const { id, kind, task, readAt, officerId, quotaChangeId } = notification;
  const text = notificationText(t, codeWord, notification);
  const opened = (): void => {
    if (readAt !== null) return;
    mark.mutate({ ids: [id] });
  };
  if (task !== null) {
    return (
      <Link to="/tasks/$taskId" params={{ taskId: task.id }} className="text-link" onClick={opened}>
        {text}
      </Link>
    );
  }
  if (notification.sentence === 'account-reset.proposed.officer') {
    return (
      <Link to="/account" className="text-link" onClick={opened}>
        {text}
      </Link>
    );
  }
  if (officerId !== null && ON_OFFICERS_PAGE.has(kind)) {
    return (
      <Link to="/organisation/officers/$officerId" params={{ officerId }} className="text-link" onClick={opened}>
        {text}
      </Link>
    );
  }
  if (quotaChangeId !== null) {
    return (
      <Link to="/quota-changes/$changeId" params={{ changeId: quotaChangeId }} className="text-link" onClick={opened}>
        {text}
      </Link>
    );
  }
  const page = PAGE_OF_KIND[kind];
  if (page === undefined) return text;
  return (
    <Link to={page} className="text-link" onClick={opened}>
      {text}
    </Link>
  );
}
