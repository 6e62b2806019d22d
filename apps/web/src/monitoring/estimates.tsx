import type { ReactNode } from 'react';
import type { SpotCheckDetails } from '../api/schemas';
import { useWords } from '../shared/language/use-words';
import './estimates.css';

type Measured = SpotCheckDetails['estimates'][number];

/** What the sample says of all families that were credited, each share with its interval, or what is missing for it. */
export function Estimates({ check }: { readonly check: SpotCheckDetails }): ReactNode {
  const { t } = useWords();
  return (
    <section className="panel stack" aria-label={t('monitoring:estimates')}>
      <h2>{t('monitoring:estimates')}</h2>
      <dl className="estimates">
        {check.estimates.map((measured) => (
          <div key={measured.measure}>
            <dt>{t(`monitoring:measure.${measured.measure}`)}</dt>
            <dd>
              <Share measured={measured} />
            </dd>
          </div>
        ))}
      </dl>
      <p className="small-print">{t('monitoring:estimateAbout', { confidence: check.confidence })}</p>
    </section>
  );
}

function Share({ measured: { estimate, known, yes, missing } }: { readonly measured: Measured }): ReactNode {
  const { t, format } = useWords();
  if (estimate === null) return t('monitoring:noEstimate', { places: missing.join(', ') });
  const { share, low, high } = estimate;
  const shown = { share: format.percent(share, 1), low: format.percent(low, 1), high: format.percent(high, 1) };
  return (
    <>
      <strong>{t('monitoring:estimateIs', shown)}</strong>
      <svg className="estimate-bar" viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden>
        <rect className="estimate-all" x={0} y={2} width={100} height={2} />
        <rect className="estimate-interval" x={100 * low} y={1} width={Math.max(0.5, 100 * (high - low))} height={4} />
        <rect className="estimate-share" x={Math.min(99, 100 * share)} y={0} width={1} height={6} />
      </svg>
      <span className="small-print">
        {t('monitoring:basis', { yes: format.count(yes), known: format.count(known) })}
      </span>
    </>
  );
}
