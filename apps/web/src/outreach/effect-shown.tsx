import type { ReactNode } from 'react';
import type { OutreachEffect } from '../api/schemas';
import { useWords } from '../shared/language/use-words';
import { DataTable } from '../shared/table/data-table';

interface Shown {
  readonly effect: OutreachEffect;
}
type Estimate = NonNullable<OutreachEffect['adjusted']>;

/** The effect with its interval and the samples behind it, or what is missing for one; never a number alone. */
export function EffectShown({ effect }: Shown): ReactNode {
  const { t, format } = useWords();
  const { adjusted, plain, code, days, rules, missingTreated, missingOthers } = effect;
  return (
    <>
      <p className="small-print">{t('outreach:effectAbout', { days })}</p>
      <section className="panel stack" aria-label={t('outreach:adjusted')}>
        <h2>{t('outreach:adjusted')}</h2>
        {adjusted !== null && (
          <>
            <p>
              <strong>
                <Estimated estimate={adjusted} />
              </strong>{' '}
              {t(adjusted.low <= 0 && adjusted.high >= 0 ? 'outreach:unclear' : 'outreach:clear')}
            </p>
            <p className="small-print">{t('outreach:adjustedAbout')}</p>
          </>
        )}
        {code !== null && (
          <p role="status">
            {t(`outreach:why.${code}`, {
              ...{ treated: format.count(missingTreated), others: format.count(missingOthers) },
            })}
          </p>
        )}
        {plain !== null && (
          <p className="small-print">
            {t('outreach:plain')}
            {': '}
            <Estimated estimate={plain} />. {t('outreach:plainAbout')}
          </p>
        )}
      </section>
      <Sides effect={effect} />
      <p className="small-print">
        {t('outreach:leftOut', {
          ...{ treatedAlone: format.count(effect.treatedAlone), othersAlone: format.count(effect.othersAlone) },
          touched: format.count(effect.touched),
        })}
      </p>
      <p className="small-print">
        {t('outreach:rules', {
          ...{ times: format.count(rules.times), apart: format.count(Math.round(rules.apart * 100)) },
          least: format.count(rules.least),
        })}
      </p>
    </>
  );
}

function Estimated({ estimate }: { readonly estimate: Estimate }): ReactNode {
  const { t, format } = useWords();
  const points = (share: number): string => format.decimal(Math.round(share * 1_000) / 10);
  const { effect, low, high } = estimate;
  return t('outreach:estimateIs', { effect: points(effect), low: points(low), high: points(high) });
}

function Sides({ effect }: Shown): ReactNode {
  const { t, format } = useWords();
  const sides = (['treated', 'others'] as const).map((side) => ({ side, ...effect[side] }));
  const share = (of: number, kelurahan: number): string => (kelurahan === 0 ? '–' : format.percent(of, 1));
  return (
    <DataTable
      caption={t('outreach:sides')}
      rows={sides}
      keyOf={({ side }) => side}
      columns={[
        { name: t('outreach:side'), isHeader: true, cell: ({ side }) => t(`outreach:sideIs.${side}`) },
        { name: t('outreach:count'), isNumber: true, cell: ({ kelurahan }) => format.count(kelurahan) },
        {
          name: t('outreach:familiesBefore'),
          isNumber: true,
          cell: ({ familiesBefore }) => format.count(familiesBefore),
        },
        { name: t('outreach:familiesAfter'), isNumber: true, cell: ({ familiesAfter }) => format.count(familiesAfter) },
        {
          name: t('outreach:shareBefore'),
          isNumber: true,
          cell: ({ shareBefore, kelurahan }) => share(shareBefore, kelurahan),
        },
        {
          name: t('outreach:shareAfter'),
          isNumber: true,
          cell: ({ shareAfter, kelurahan }) => share(shareAfter, kelurahan),
        },
      ]}
    />
  );
}
