import { Button, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import type { OfficerDetail } from '../../api/schemas';
import { useWords } from '../../shared/language/use-words';
import { Facts } from '../../shared/look/facts';
import { PageHeading } from '../../shared/look/page-heading';
import { Answered } from '../../shared/states/answered';
import { Empty } from '../../shared/states/empty';
import { AccountPanel } from './account-panel';
import { AppointForm } from '../appointments/appoint-form';
import { AppointmentList } from '../appointments/appointment-list';
import { LeaveForm } from '../appointments/leave-form';
import { LeaveList } from '../appointments/leave-list';
import { LetterPanel } from './letter-panel';
import { OfficerTag } from './officer-tag';
import { ResetPanel } from './reset-panel';
import { officerQuery } from '../organisation-queries';

const route = getRouteApi('/shell/organisation/officers/$officerId');

/** One officer: what they hold and held, when they are away, and what the reader may do about it. */
export function OfficerPage(): ReactNode {
  const { t } = useWords();
  const { officerId } = route.useParams();
  const query = useQuery(officerQuery(officerId));
  return (
    <div className="stack">
      <PageHeading
        title={query.data?.fullName ?? t('organisation:page.officer')}
        trail={
          <Link to="/organisation/officers" className="text-link">
            {t('organisation:page.officers')}
          </Link>
        }
      />
      <Answered query={query}>{(officer) => <Officer officer={officer} />}</Answered>
    </div>
  );
}

function Officer({ officer }: { readonly officer: OfficerDetail }): ReactNode {
  const { t } = useWords();
  return (
    <>
      <Facts
        facts={[
          [t('organisation:officer.username'), officer.username],
          [t('organisation:officer.state'), <OfficerTag key="state" state={officer.state} />],
        ]}
      />
      <Part
        title={t('organisation:officer.appointments')}
        mayAdd={officer.mayAppoint}
        add={t('organisation:appoint.open')}
      >
        {(close) => <AppointForm officerId={officer.id} onClose={close} />}
      </Part>
      <AppointmentList appointments={officer.appointments} />
      <Part title={t('organisation:leave.title')} mayAdd={officer.mayKeep} add={t('organisation:leave.open')}>
        {(close) => <LeaveForm officerId={officer.id} onClose={close} />}
      </Part>
      {officer.leaves.length === 0 ? (
        <Empty>{t('organisation:leave.none')}</Empty>
      ) : (
        <LeaveList leaves={officer.leaves} mayKeep={officer.mayKeep} />
      )}
      {officer.mayFetchLetter && <LetterPanel officerId={officer.id} />}
      {(officer.mayReset || officer.reset !== null) && <ResetPanel officer={officer} />}
      {officer.mayKeep && (
        <section className="stack">
          <Title order={2}>{t('organisation:account.title')}</Title>
          <AccountPanel officer={officer} />
        </section>
      )}
    </>
  );
}

interface PartProps {
  readonly title: string;
  readonly mayAdd: boolean;
  readonly add: string;
  /** The form, given how to close it. */
  readonly children: (close: () => void) => ReactNode;
}

/** The name of a part of the page with the button that opens its form. */
function Part({ title, mayAdd, add, children }: PartProps): ReactNode {
  const [isOpen, setOpen] = useState(false);
  return (
    <section className="stack">
      <Title order={2}>{title}</Title>
      {isOpen &&
        children(() => {
          setOpen(false);
        })}
      {mayAdd && !isOpen && (
        <div className="row">
          <Button
            variant="default"
            h={44}
            onClick={() => {
              setOpen(true);
            }}
          >
            {add}
          </Button>
        </div>
      )}
    </section>
  );
}
