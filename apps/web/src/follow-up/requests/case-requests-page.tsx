import { Select } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import type { CaseRequest } from '../../api/schemas';
import { FamilyLink } from '../../families/family-link';
import { useWords } from '../../shared/language/use-words';
import { PageHeading } from '../../shared/look/page-heading';
import { StatusTag, type Tone } from '../../shared/look/status-tag';
import { AnsweredList } from '../../shared/states/answered-list';
import { Empty } from '../../shared/states/empty';
import { DataTable } from '../../shared/table/data-table';
import { calendarDaysLeft } from '../../shared/words/days-left';
import { RequestActs } from './request-acts';
import { requestsQuery } from './request-queries';

const TONES: Readonly<Record<CaseRequest['state'], Tone>> = {
  open: 'running',
  done: 'done',
  refused: 'refused',
  overtaken: 'neutral',
  lapsed: 'late',
};
const STATES = Object.keys(TONES) as CaseRequest['state'][];

/** What outcomes of cases set going, who follows it, and by when it is answered. */
export function CaseRequestsPage(): ReactNode {
  const { t } = useWords();
  const [state, setState] = useState<CaseRequest['state'] | undefined>('open');
  const query = useInfiniteQuery(requestsQuery(state));
  return (
    <div className="stack">
      <PageHeading
        title={t('follow-up:requests.title')}
        trail={
          <Link to="/follow-up" className="text-link">
            {t('desks.title')}
          </Link>
        }
      />
      <div className="row">
        <Select
          clearable
          aria-label={t('follow-up:requests.state')}
          placeholder={t('follow-up:requests.all')}
          value={state ?? null}
          data={STATES.map((value) => ({ value, label: t(`follow-up:requests.is.${value}`) }))}
          onChange={(chosen) => {
            setState(STATES.find((known) => known === chosen));
          }}
        />
      </div>
      <AnsweredList query={query} empty={<Empty>{t('follow-up:requests.none')}</Empty>}>
        {(requests) => <RequestsTable requests={requests} />}
      </AnsweredList>
    </div>
  );
}

function RequestsTable({ requests }: { readonly requests: readonly CaseRequest[] }): ReactNode {
  const { t, format } = useWords();
  return (
    <DataTable
      caption={t('follow-up:requests.title')}
      rows={requests}
      keyOf={({ id }) => id}
      columns={[
        {
          name: t('case.family'),
          isHeader: true,
          cell: ({ kpmCode, familyCode }) => <FamilyLink code={familyCode}>{kpmCode}</FamilyLink>,
        },
        { name: t('case.place'), cell: ({ kelurahanName, kelurahanCode }) => kelurahanName ?? kelurahanCode },
        {
          name: t('follow-up:requests.kind'),
          cell: ({ kind, to }) => (
            <span className="double">
              <span>{t(`follow-up:requests.kindIs.${kind}`)}</span>
              <span className="small-print">{t(`follow-up:requests.toIs.${to}`)}</span>
            </span>
          ),
        },
        { name: t('follow-up:requests.owner'), cell: ({ owner }) => owner },
        { name: t('follow-up:requests.due'), cell: (request) => <Due request={request} /> },
        { name: t('task.rupiah'), isNumber: true, cell: ({ amountRupiah }) => format.rupiah(amountRupiah) },
        { name: t('follow-up:requests.act'), cell: (request) => <RequestActs request={request} /> },
      ]}
    />
  );
}

function Due({ request }: { readonly request: CaseRequest }): ReactNode {
  const { t, format } = useWords();
  const { state, daysLeft, dueOn } = request;
  if (state !== 'open') return <StatusTag tone={TONES[state]}>{t(`follow-up:requests.is.${state}`)}</StatusTag>;
  const due = calendarDaysLeft(t, format, daysLeft, dueOn);
  return <StatusTag tone={due.tone}>{due.text}</StatusTag>;
}
