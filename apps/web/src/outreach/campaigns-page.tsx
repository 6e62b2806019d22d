import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { OutreachCampaignRow } from '../api/schemas';
import { useWords } from '../shared/language/use-words';
import { PageHeading } from '../shared/look/page-heading';
import { StatusTag } from '../shared/look/status-tag';
import { AnsweredList } from '../shared/states/answered-list';
import { Empty } from '../shared/states/empty';
import { DataTable } from '../shared/table/data-table';
import { ListTools } from '../shared/table/list-tools';
import { OutreachLinks } from './outreach-links';
import { type CampaignFilter, campaignsQuery } from './outreach-queries';

const route = getRouteApi('/shell/outreach/campaigns');
const STATES = ['open', 'closed'] as const;

/** Campaigns in the reader's sight, the newest first. */
export function CampaignsPage(): ReactNode {
  const { t } = useWords();
  const { state, text } = route.useSearch();
  const filter: CampaignFilter = { state: STATES.find((one) => one === state), text };
  const query = useInfiniteQuery(campaignsQuery(filter));
  const isFiltered = filter.state !== undefined || text !== undefined;
  return (
    <div className="stack">
      <PageHeading title={t('outreach:campaigns')} trail={<OutreachLinks />} />
      <CampaignTools filter={filter} />
      <AnsweredList query={query} empty={<Empty>{t(isFiltered ? 'table.noResult' : 'outreach:noCampaigns')}</Empty>}>
        {(rows) => <CampaignsTable rows={rows} />}
      </AnsweredList>
    </div>
  );
}

function CampaignsTable({ rows }: { readonly rows: readonly OutreachCampaignRow[] }): ReactNode {
  const { t, format } = useWords();
  return (
    <DataTable
      caption={t('outreach:campaigns')}
      rows={rows}
      keyOf={({ id }) => id}
      columns={[
        {
          name: t('outreach:purpose'),
          isHeader: true,
          cell: ({ id, purpose }) => (
            <Link to="/outreach/campaigns/$campaignId" params={{ campaignId: id }} className="text-link">
              {purpose}
            </Link>
          ),
        },
        { name: t('outreach:topic'), cell: ({ topic }) => t(`outreach:topicIs.${topic}`) },
        { name: t('outreach:city'), cell: ({ cityName }) => cityName },
        { name: t('outreach:period'), cell: ({ months }) => format.months(months) },
        {
          name: t('outreach:state'),
          cell: ({ state }) => (
            <StatusTag tone={state === 'open' ? 'running' : 'done'}>{t(`outreach:campaignIs.${state}`)}</StatusTag>
          ),
        },
        { name: t('outreach:places'), isNumber: true, cell: ({ places }) => format.count(places) },
        {
          name: t('outreach:sessions'),
          cell: ({ held, planned }) =>
            t('outreach:sessionsIs', { held: format.count(held), planned: format.count(planned) }),
        },
        { name: t('outreach:plannedAt'), cell: ({ plannedAt }) => format.date(plannedAt) },
      ]}
    />
  );
}

function CampaignTools({ filter }: { readonly filter: CampaignFilter }): ReactNode {
  const { t } = useWords();
  const navigate = useNavigate();
  const choose = (chosen: CampaignFilter): void => {
    void navigate({ to: '/outreach/campaigns', search: { ...filter, ...chosen } });
  };
  return (
    <ListTools
      hint={t('outreach:campaignHint')}
      text={filter.text}
      onSearch={(text) => {
        choose({ text });
      }}
      choices={[
        {
          label: t('outreach:state'),
          value: filter.state,
          offered: STATES.map((value) => ({ value, label: t(`outreach:campaignIs.${value}`) })),
          onChoose: (value) => {
            choose({ state: STATES.find((one) => one === value) });
          },
        },
      ]}
    />
  );
}
