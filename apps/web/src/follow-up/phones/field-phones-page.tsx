import { Checkbox } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import type { LeaseInSight } from '../../api/schemas';
import { may, useMe } from '../../auth/session';
import { useWords } from '../../shared/language/use-words';
import { PageHeading } from '../../shared/look/page-heading';
import { StatusTag, type Tone } from '../../shared/look/status-tag';
import { Answered } from '../../shared/states/answered';
import { Empty } from '../../shared/states/empty';
import { DataTable } from '../../shared/table/data-table';
import { leasesQuery } from './phone-queries';
import { RevokeLease } from './revoke-lease';
import { TwoVersions } from './two-versions';

const TONES: Readonly<Record<LeaseInSight['state'], Tone>> = {
  out: 'running',
  expired: 'late',
  returned: 'done',
  replaced: 'neutral',
  revoked: 'refused',
  'office-lost': 'refused',
};

/** A clock that is further off is said; a little is how clocks are. */
const SKEW_SECONDS = 120;

/** Cases that lie on officers' phones and until when, and visits of which two notes came in. */
export function FieldPhonesPage(): ReactNode {
  const { t } = useWords();
  const me = useMe();
  return (
    <div className="stack">
      <PageHeading
        title={t('follow-up:phones.title')}
        trail={
          <Link to="/follow-up" className="text-link">
            {t('desks.title')}
          </Link>
        }
      />
      {may(me, 'field:oversee') && <Leases />}
      <h2>{t('follow-up:phones.versions.title')}</h2>
      <TwoVersions />
    </div>
  );
}

function Leases(): ReactNode {
  const { t } = useWords();
  const [ended, setEnded] = useState(false);
  const query = useQuery(leasesQuery(ended));
  return (
    <>
      <p>{t('follow-up:phones.intro')}</p>
      <Checkbox
        label={t('follow-up:phones.show')}
        checked={ended}
        onChange={(event) => {
          setEnded(event.currentTarget.checked);
        }}
      />
      <Answered query={query}>
        {(leases) =>
          leases.length === 0 ? <Empty>{t('follow-up:phones.none')}</Empty> : <LeasesTable leases={leases} />
        }
      </Answered>
    </>
  );
}

function LeasesTable({ leases }: { readonly leases: readonly LeaseInSight[] }): ReactNode {
  const { t, format } = useWords();
  return (
    <DataTable
      caption={t('follow-up:phones.title')}
      rows={leases}
      keyOf={({ id }) => id}
      columns={[
        {
          name: t('follow-up:phones.officer'),
          isHeader: true,
          cell: ({ officer, deviceName }) => (
            <span className="double">
              <span>{officer}</span>
              <span className="small-print">{deviceName}</span>
            </span>
          ),
        },
        { name: t('follow-up:phones.cases'), isNumber: true, cell: ({ cases }) => cases },
        { name: t('follow-up:phones.received'), isNumber: true, cell: ({ received }) => received },
        { name: t('follow-up:phones.seen'), cell: (lease) => <Seen lease={lease} /> },
        { name: t('follow-up:phones.expires'), cell: ({ expiresAt }) => format.dateTime(expiresAt) },
        {
          name: t('follow-up:phones.state'),
          cell: ({ state, reason, endedBy }) => (
            <span className="double">
              <StatusTag tone={TONES[state]}>{t(`follow-up:phones.is.${state}`)}</StatusTag>
              {reason !== null && (
                <span className="small-print">
                  {endedBy}: {reason}
                </span>
              )}
            </span>
          ),
        },
        { name: t('follow-up:phones.revoke'), cell: (lease) => <RevokeLease lease={lease} /> },
      ]}
    />
  );
}

function Seen({ lease: { seenAt, skewSeconds } }: { readonly lease: LeaseInSight }): ReactNode {
  const { t, format } = useWords();
  return (
    <span className="double">
      <span>{format.dateTime(seenAt)}</span>
      {Math.abs(skewSeconds) > SKEW_SECONDS && (
        <span className="small-print">
          {t('follow-up:phones.skew', { minutes: Math.round(Math.abs(skewSeconds) / 60) })}
        </span>
      )}
    </span>
  );
}
