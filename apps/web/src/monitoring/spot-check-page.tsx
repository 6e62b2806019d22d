import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { SpotCheckDetails } from '../api/schemas';
import { useCommand } from '../api/use-command';
import { useWords } from '../shared/language/use-words';
import { CommandForm } from '../shared/look/command-form';
import { Facts } from '../shared/look/facts';
import { OpenedForm } from '../shared/look/opened-form';
import { PageHeading } from '../shared/look/page-heading';
import { Answered } from '../shared/states/answered';
import { announce } from '../shared/states/live-region';
import { Estimates } from './estimates';
import { SampleFamilies } from './sample-families';
import { closeSpotCheck, spotCheckQuery } from './spot-check-queries';
import { SpotCheckTag } from './spot-check-tag';
import { StrataTable } from './strata-table';

const route = getRouteApi('/shell/spot-checks/$spotCheckId');

/** One spot check: how far it is, what is missing, what can be said of all families, and those to visit. */
export function SpotCheckPage(): ReactNode {
  const { t, format } = useWords();
  const { spotCheckId } = route.useParams();
  const query = useQuery(spotCheckQuery(spotCheckId));
  const { data } = query;
  return (
    <div className="stack">
      <PageHeading
        title={
          data === undefined
            ? t('monitoring:one')
            : t('monitoring:oneIs', { city: data.cityName, months: format.months(data.months) })
        }
        trail={
          <Link to="/spot-checks" className="text-link">
            {t('monitoring:title')}
          </Link>
        }
      />
      <Answered query={query}>
        {(check) => (
          <>
            <CheckFacts check={check} />
            <Missing check={check} />
            {check.mayClose && (
              <OpenedForm name={t('monitoring:close')}>
                {(close) => <CloseForm spotCheckId={check.id} onClose={close} />}
              </OpenedForm>
            )}
            <SampleFamilies check={check} />
            <Estimates check={check} />
            <StrataTable check={check} />
          </>
        )}
      </Answered>
    </div>
  );
}

interface Shown {
  readonly check: SpotCheckDetails;
}

function CheckFacts({ check }: Shown): ReactNode {
  const { t, format } = useWords();
  const { confidence, margin, population, sample, answered, closesOn, seed, drawer } = check;
  const progress = { answered: format.count(answered), sample: format.count(sample) };
  return (
    <Facts
      facts={[
        [t('monitoring:state'), <SpotCheckTag key="state" check={check} />],
        [t('monitoring:progress'), t('monitoring:progressIs', progress)],
        [t('monitoring:precision'), t('monitoring:precisionIs', { confidence, margin })],
        [t('monitoring:population'), format.count(population)],
        [t('monitoring:closesOn'), format.date(closesOn)],
        [t('monitoring:drawer'), drawer],
        [t('monitoring:seed'), seed],
      ]}
    />
  );
}

function Missing({ check }: Shown): ReactNode {
  const { t, format } = useWords();
  const sum = (of: 'toVisit' | 'unreached'): number => check.strata.reduce((total, stratum) => total + stratum[of], 0);
  const [toVisit, unreached] = [sum('toVisit'), sum('unreached')];
  return (
    <section className="panel stack" aria-label={t('monitoring:missing')}>
      <h2>{t('monitoring:missing')}</h2>
      {toVisit > 0 && <p>{t('monitoring:missingVisits', { families: format.count(toVisit) })}</p>}
      {unreached > 0 && <p>{t('monitoring:missingUnreached', { families: format.count(unreached) })}</p>}
      {toVisit + unreached === 0 && <p>{t('monitoring:missingNothing')}</p>}
    </section>
  );
}

function CloseForm({ spotCheckId, onClose }: { readonly spotCheckId: string; readonly onClose: () => void }) {
  const { t } = useWords();
  const command = useCommand(closeSpotCheck);
  return (
    <CommandForm
      send={t('monitoring:close')}
      command={command}
      consequence={t('monitoring:closeConsequence')}
      onSubmit={() => {
        command.mutate(spotCheckId, {
          onSuccess: () => {
            announce(t('monitoring:done'));
          },
        });
      }}
      onClose={onClose}
    >
      {null}
    </CommandForm>
  );
}
