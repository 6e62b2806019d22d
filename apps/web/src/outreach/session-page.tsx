import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { OutreachSessionDetails } from '../api/schemas';
import { useMe } from '../auth/session';
import { useWords } from '../shared/language/use-words';
import { Facts } from '../shared/look/facts';
import { OpenedForm } from '../shared/look/opened-form';
import { PageHeading } from '../shared/look/page-heading';
import { Answered } from '../shared/states/answered';
import { jakartaDay } from '../shared/words/jakarta-day';
import { AttendanceList } from './attendance-list';
import { CancelForm, HoldForm } from './end-forms';
import { OutreachLinks } from './outreach-links';
import { sessionQuery } from './outreach-queries';
import { ReplanForm } from './session-form';
import { SessionTag } from './session-tag';

const route = getRouteApi('/shell/outreach/sessions/$sessionId');

/** One session: its plan, its attendance list, what came of it, and the ways out of whatever state it is in. */
export function SessionPage(): ReactNode {
  const { t, format } = useWords();
  const { sessionId } = route.useParams();
  const query = useQuery(sessionQuery(sessionId));
  const { data } = query;
  return (
    <div className="stack">
      <PageHeading
        title={
          data === undefined
            ? t('outreach:session')
            : t('outreach:sessionIs', { kelurahan: data.kelurahanName, day: format.date(data.onDay) })
        }
        trail={<OutreachLinks />}
      />
      <Answered query={query}>{(session) => <Session session={session} />}</Answered>
    </div>
  );
}

interface Shown {
  readonly session: OutreachSessionDetails;
}

/** What is shown of a session, and may be done about it. */
export function Session({ session }: Shown): ReactNode {
  const { t } = useWords();
  const hasBegun = session.onDay <= jakartaDay(Date.parse(useMe().now));
  return (
    <>
      <SessionFacts session={session} />
      {session.isLate && session.mayHold && <p className="small-print">{t('outreach:lateHint')}</p>}
      {session.mayHold && !hasBegun && <p className="small-print">{t('outreach:notYet')}</p>}
      {session.mayHold && hasBegun && (
        <OpenedForm name={t('outreach:hold')} variant="filled">
          {(close) => <HoldForm session={session} onClose={close} />}
        </OpenedForm>
      )}
      {session.mayPlan && (
        <OpenedForm name={t('outreach:replan')}>
          {(close) => <ReplanForm key={session.version} session={session} onClose={close} />}
        </OpenedForm>
      )}
      {session.mayHold && (
        <OpenedForm name={t('outreach:cancel')}>
          {(close) => <CancelForm sessionId={session.id} onClose={close} />}
        </OpenedForm>
      )}
      {session.report !== null && <Report session={session} report={session.report} />}
      <AttendanceList session={session} mayMark={session.mayHold && hasBegun} />
    </>
  );
}

function SessionFacts({ session }: Shown): ReactNode {
  const { t, format } = useWords();
  const { campaignId, purpose, topic, onDay, startsAt, place, speaker, materials, planner, reason, ender } = session;
  const { present, represented, invited, others } = session;
  return (
    <Facts
      facts={[
        [t('outreach:state'), <SessionTag key="state" session={session} />],
        [
          t('outreach:campaign'),
          <Link key="of" to="/outreach/campaigns/$campaignId" params={{ campaignId }} className="text-link">
            {purpose}
          </Link>,
        ],
        [t('outreach:topic'), t(`outreach:topicIs.${topic}`)],
        [t('outreach:day'), t('outreach:timeIs', { day: format.date(onDay), time: startsAt })],
        [t('outreach:place'), place],
        [t('outreach:speaker'), speaker],
        [t('outreach:materials'), materials],
        [t('outreach:planner'), planner],
        [
          t('outreach:attended'),
          t('outreach:attendedIs', {
            ...{ present: format.count(present), represented: format.count(represented) },
            invited: format.count(invited),
          }),
        ],
        ...(others === null ? [] : [[t('outreach:others'), format.count(others)] as const]),
        ...(reason === null ? [] : [[t('outreach:cancelled'), reason] as const]),
        ...(ender === null ? [] : [[t('outreach:endedBy'), ender] as const]),
      ]}
    />
  );
}

const CHAPTERS = ['basis', 'outcome', 'obstacles', 'conclusion'] as const;

function Report({
  session,
  report,
}: Shown & { readonly report: NonNullable<OutreachSessionDetails['report']> }): ReactNode {
  const { t } = useWords();
  return (
    <section className="panel stack" aria-label={t('outreach:report')}>
      <h2>{t('outreach:report')}</h2>
      {CHAPTERS.map((chapter) => (
        <div key={chapter}>
          <h3>{t(`outreach:${chapter}`)}</h3>
          <p className="as-written">{report[chapter]}</p>
        </div>
      ))}
      <a className="text-link" href={`/api/v1/outreach/sessions/${session.id}/report/pdf`} download>
        {t('outreach:reportPdf')}
      </a>
    </section>
  );
}
