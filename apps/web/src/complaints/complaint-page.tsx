import { Button } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import type { ComplaintDetails } from '../api/schemas';
import { FamilyLink } from '../families/family-link';
import { useWords } from '../shared/language/use-words';
import { Facts } from '../shared/look/facts';
import { OpenedForm } from '../shared/look/opened-form';
import { PageHeading } from '../shared/look/page-heading';
import { ReasonArea } from '../shared/look/reason-area';
import { StatusTag } from '../shared/look/status-tag';
import { Answered } from '../shared/states/answered';
import { ProblemNotice } from '../shared/states/problem-notice';
import { ComplaintActs } from './complaint-acts';
import { ComplaintFamily } from './complaint-family';
import { complaintQuery, openComplainant } from './complaint-queries';
import { ComplaintStory } from './complaint-story';
import { STATE_TONES } from './complaint-tones';

const route = getRouteApi('/shell/complaints/$complaintId');

/** One complaint: what was said, what happened, and what the reader may do now. */
export function ComplaintPage(): ReactNode {
  const { t } = useWords();
  const { complaintId } = route.useParams();
  const query = useQuery(complaintQuery(complaintId));
  return (
    <div className="stack">
      <PageHeading
        title={query.data === undefined ? t('complaints:one') : t('complaints:oneIs', { number: query.data.number })}
        trail={
          <Link to="/complaints" className="text-link">
            {t('complaints:title')}
          </Link>
        }
      />
      <Answered query={query}>
        {(complaint) => (
          <>
            <Head complaint={complaint} />
            <ComplaintActs key={complaint.state} complaint={complaint} />
            <ComplaintFamily complaint={complaint} />
            <Contact complaintId={complaint.id} />
            <ComplaintStory complaint={complaint} />
          </>
        )}
      </Answered>
    </div>
  );
}

function Head({ complaint }: { readonly complaint: ComplaintDetails }): ReactNode {
  const { t, format } = useWords();
  const { kind, state, office, dueOn, waitingFor, waitingUntil, territoryName, territoryCode, familyCode } = complaint;
  const facts: (readonly [string, ReactNode])[] = [
    [t('complaints:kind'), t(`complaints:kindIs.${kind}`)],
    [
      t('complaints:state'),
      <StatusTag key="state" tone={STATE_TONES[state]}>
        {t(`complaints:stateIs.${state}`)}
      </StatusTag>,
    ],
    [t('complaints:place'), territoryName ?? territoryCode],
    [t('complaints:office'), t(`complaints:officeIs.${office}`)],
    [t('complaints:dueOn'), format.date(dueOn)],
  ];
  if (waitingFor !== null && waitingUntil !== null) {
    const until = { whom: t(`complaints:waitsFor.${waitingFor}`), day: format.date(waitingUntil) };
    facts.push([t('complaints:clock'), t('complaints:clockStands', until)]);
  }
  if (familyCode !== null)
    facts.push([
      t('complaints:family'),
      <FamilyLink key="family" code={familyCode}>
        {familyCode}
      </FamilyLink>,
    ]);
  if (complaint.mergedNumber !== null) facts.push([t('complaints:repeats'), complaint.mergedNumber]);
  return (
    <>
      <Facts facts={facts} />
      <section className="panel stack" aria-label={t('complaints:said')}>
        <h2>{t('complaints:said')}</h2>
        <p className="as-written">{complaint.text}</p>
        {complaint.papers.map(({ id }, index) => (
          <a key={id} className="text-link" href={`/api/v1/complaints/${complaint.id}/papers/${id}`}>
            {t('complaints:photoIs', { number: index + 1 })}
          </a>
        ))}
      </section>
      {complaint.answer !== null && complaint.outcome !== null && (
        <section className="panel stack" aria-label={t('complaints:answer')}>
          <h2>{t('complaints:answer')}</h2>
          <p>
            <strong>{t(`complaints:outcomeIs.${complaint.outcome}`)}</strong>
          </p>
          <p className="as-written">{complaint.answer}</p>
        </section>
      )}
    </>
  );
}

/** Who complained, once a purpose is given; recorded. */
function Contact({ complaintId }: { readonly complaintId: string }): ReactNode {
  const { t } = useWords();
  const [purpose, setPurpose] = useState('');
  const open = useMutation({ mutationFn: openComplainant(complaintId) });
  if (open.data !== undefined) {
    const { name, phone, nik } = open.data;
    return (
      <Facts
        facts={[
          [t('complaints:new.name'), name === '' ? '–' : name],
          [t('complaints:new.phone'), phone === '' ? '–' : phone],
          [t('complaints:new.nik'), nik === '' ? '–' : nik],
        ]}
      />
    );
  }
  return (
    <OpenedForm name={t('complaints:open')}>
      {() => (
        <form
          className="panel stack"
          onSubmit={(event) => {
            event.preventDefault();
            open.mutate(purpose);
          }}
        >
          <ReasonArea label={t('complaints:purpose')} value={purpose} onChange={setPurpose} />
          {open.error !== null && <ProblemNotice error={open.error} />}
          <div>
            <Button type="submit" h={44}>
              {t('complaints:open')}
            </Button>
          </div>
        </form>
      )}
    </OpenedForm>
  );
}
