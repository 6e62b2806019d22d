import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { OutreachCampaignDetails } from '../api/schemas';
import { useCommand } from '../api/use-command';
import { useWords } from '../shared/language/use-words';
import { CommandForm } from '../shared/look/command-form';
import { Facts } from '../shared/look/facts';
import { OpenedForm } from '../shared/look/opened-form';
import { PageHeading } from '../shared/look/page-heading';
import { StatusTag } from '../shared/look/status-tag';
import { Answered } from '../shared/states/answered';
import { AnsweredList } from '../shared/states/answered-list';
import { Empty } from '../shared/states/empty';
import { announce } from '../shared/states/live-region';
import { DataTable } from '../shared/table/data-table';
import { OutreachLinks } from './outreach-links';
import { campaignQuery, closeCampaign, sessionsQuery } from './outreach-queries';
import { PlanSessionForm } from './session-form';
import { SessionsTable } from './sessions-table';

const route = getRouteApi('/shell/outreach/campaigns/$campaignId');

/** One campaign: why its kelurahan were chosen, its sessions, and the way to its end. */
export function CampaignPage(): ReactNode {
  const { t } = useWords();
  const { campaignId } = route.useParams();
  const query = useQuery(campaignQuery(campaignId));
  return (
    <div className="stack">
      <PageHeading title={query.data?.purpose ?? t('outreach:campaign')} trail={<OutreachLinks />} />
      <Answered query={query}>
        {(campaign) => (
          <>
            <CampaignFacts campaign={campaign} />
            {campaign.mayPlan && (
              <OpenedForm name={t('outreach:planSession')}>
                {(close) => <PlanSessionForm campaign={campaign} onClose={close} />}
              </OpenedForm>
            )}
            <CampaignSessions campaignId={campaignId} />
            <Places campaign={campaign} />
            {campaign.mayPlan && (
              <OpenedForm name={t('outreach:close')}>
                {(close) => <CloseForm campaignId={campaignId} onClose={close} />}
              </OpenedForm>
            )}
          </>
        )}
      </Answered>
    </div>
  );
}

interface Shown {
  readonly campaign: OutreachCampaignDetails;
}

function CampaignFacts({ campaign }: Shown): ReactNode {
  const { t, format } = useWords();
  const { state, topic, months, cityName, planner, plannedAt } = campaign;
  return (
    <Facts
      facts={[
        [
          t('outreach:state'),
          <StatusTag key="state" tone={state === 'open' ? 'running' : 'done'}>
            {t(`outreach:campaignIs.${state}`)}
          </StatusTag>,
        ],
        [t('outreach:topic'), t(`outreach:topicIs.${topic}`)],
        [t('outreach:period'), format.months(months)],
        [t('outreach:city'), cityName],
        [t('outreach:planner'), planner],
        [t('outreach:plannedAt'), format.date(plannedAt)],
      ]}
    />
  );
}

function CampaignSessions({ campaignId }: { readonly campaignId: string }): ReactNode {
  const { t } = useWords();
  const query = useInfiniteQuery(sessionsQuery({ campaignId, sort: 'oldest' }));
  return (
    <section className="stack" aria-label={t('outreach:sessions')}>
      <h2>{t('outreach:sessions')}</h2>
      <AnsweredList query={query} empty={<Empty>{t('outreach:noSessions')}</Empty>}>
        {(rows) => <SessionsTable rows={rows} />}
      </AnsweredList>
    </section>
  );
}

function Places({ campaign }: Shown): ReactNode {
  const { t, format } = useWords();
  return (
    <section className="stack" aria-label={t('outreach:whenChosen')}>
      <h2>{t('outreach:whenChosen')}</h2>
      <DataTable
        caption={t('outreach:whenChosen')}
        rows={campaign.kelurahan}
        keyOf={({ kelurahanCode }) => kelurahanCode}
        columns={[
          { name: t('outreach:kelurahan'), isHeader: true, cell: ({ name }) => name },
          {
            name: t('outreach:notTransacted'),
            cell: ({ notTransacted, credited }) =>
              t('outreach:shareIs', {
                ...{ share: format.percent(notTransacted, credited), part: format.count(notTransacted) },
                whole: format.count(credited),
              }),
          },
          {
            name: t('outreach:mendable'),
            cell: ({ found, mendable }) =>
              found === 0
                ? t('outreach:noCases')
                : t('outreach:casesIs', {
                    ...{ share: format.percent(mendable, found), part: format.count(mendable) },
                    whole: format.count(found),
                  }),
          },
        ]}
      />
    </section>
  );
}

function CloseForm({ campaignId, onClose }: { readonly campaignId: string; readonly onClose: () => void }) {
  const { t } = useWords();
  const command = useCommand(closeCampaign);
  return (
    <CommandForm
      send={t('outreach:close')}
      command={command}
      consequence={t('outreach:closeConsequence')}
      onSubmit={() => {
        command.mutate(campaignId, {
          onSuccess: () => {
            announce(t('outreach:done'));
          },
        });
      }}
      onClose={onClose}
    >
      {null}
    </CommandForm>
  );
}
