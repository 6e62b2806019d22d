import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { ServiceAreas } from '../../api/schemas';
import { may, useMe } from '../../auth/session';
import { useWords } from '../../shared/language/use-words';
import { PageHeading } from '../../shared/look/page-heading';
import { Answered } from '../../shared/states/answered';
import { Empty } from '../../shared/states/empty';
import { ListTools } from '../../shared/table/list-tools';
import { WholeListLink } from '../../shared/table/whole-list-link';
import { AreaForm } from './area-form';
import { AreasTable } from './areas-table';
import { servicesQuery } from './service-queries';
import { WaitingArea } from './waiting-area';

const route = getRouteApi('/shell/service-areas');

/** Which bank or post office pays which territory: what waits for the KPA, what holds, and what held. */
export function ServicesPage(): ReactNode {
  const { t } = useWords();
  const query = useQuery(servicesQuery);
  return (
    <div className="stack">
      <PageHeading
        title={t('money:services.title')}
        trail={
          <Link to="/periods" className="text-link">
            {t('periods.title')}
          </Link>
        }
        aside={<WholeListLink path="/service-areas/xlsx" query={{}} />}
      />
      <p>{t('money:services.about')}</p>
      <Answered query={query}>{(services) => <Kept {...services} />}</Answered>
    </div>
  );
}

function Kept({ areas, ...offered }: ServiceAreas): ReactNode {
  const { t } = useWords();
  const me = useMe();
  const navigate = useNavigate();
  const { text } = route.useSearch();
  const shown = areas.filter(({ state, territoryName, serviceName, paper, territoryCode }) => {
    const words = `${territoryCode} ${territoryName} ${serviceName} ${paper}`.toLowerCase();
    return state !== 'proposed' && (text === undefined || words.includes(text.toLowerCase()));
  });
  return (
    <>
      {areas
        .filter(({ state }) => state === 'proposed')
        .map((area) => (
          <WaitingArea key={area.id} area={area} />
        ))}
      {may(me, 'policy:write') && <AreaForm {...offered} />}
      <ListTools
        hint={t('money:services.hint')}
        text={text}
        onSearch={(written) => {
          void navigate({ to: '/service-areas', search: { text: written } });
        }}
        choices={[]}
      />
      {shown.length === 0 ? (
        <Empty>{t(text === undefined ? 'money:services.none' : 'table.noResult')}</Empty>
      ) : (
        <AreasTable areas={shown} today={offered.today} />
      )}
    </>
  );
}
