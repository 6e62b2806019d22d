import { Title } from '@mantine/core';
import type { ReactNode } from 'react';
import type { TaskDetail } from '../../api/schemas';
import { useWords } from '../../shared/language/use-words';
import { StatusTag } from '../../shared/look/status-tag';

type Office = TaskDetail['approvals'][number];

/** Whose approvals are there and whose are awaited, office by office. Nothing where one officer decides. */
export function ApprovalProgress({ approvals }: { readonly approvals: TaskDetail['approvals'] }): ReactNode {
  const { t, format } = useWords();
  if (approvals.length === 0) return null;
  return (
    <section className="panel stack" aria-labelledby="approval-progress">
      <Title order={2} size="h3" id="approval-progress">
        {t('approvals:progress')}
      </Title>
      <ul className="history">
        {approvals.map((office) => (
          <li key={office.taskId}>
            <p>
              <strong>{t(`common:role.${office.role}`)}</strong>
            </p>
            <OfficeState office={office} />
            {office.approvals.map(({ officer, actedFor, votedAt }) => (
              <p key={votedAt + officer} className="small-print">
                {actedFor === null ? officer : t('approvals:actedFor', { officer, principal: actedFor })},{' '}
                {format.dateTime(votedAt)}
              </p>
            ))}
          </li>
        ))}
      </ul>
    </section>
  );
}

function OfficeState({ office }: { readonly office: Office }): ReactNode {
  const { t, format } = useWords();
  const given = format.count(office.approvals.length);
  const needed = format.count(office.needed);
  if (office.missing === 0) return <StatusTag tone="done">{t('approvals:done', { given })}</StatusTag>;
  return (
    <>
      <StatusTag tone={office.isHeld ? 'late' : 'waiting'}>{t('approvals:given', { given, needed })}</StatusTag>
      {office.isHeld && <p>{t('approvals:held')}</p>}
    </>
  );
}
