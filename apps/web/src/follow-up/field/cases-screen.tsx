import { type ReactNode, useState } from 'react';
import { useWords } from '../../shared/language/use-words';
import { calendarDaysLeft } from '../../shared/words/days-left';
import { DownloadCases } from './download-cases';
import { Field } from './field-parts';
import type { HeldLease, LeasedCase, OutboxItem } from '../offline/field-types';
import { programmeDay } from '../offline/leased';
import { usePhone } from './use-phone';

const DAY_MS = 86_400_000;
/** As the last warning before the deadline, T−7. */
const SOON_DAYS = 7;

/** What waits for a visit, by RT/RW: neighbours are visited together, and the nearest last day comes first. */
export function CasesScreen(): ReactNode {
  const { t, format } = useWords();
  const { state } = usePhone();
  const { lease, problem } = state;
  const [words, setWords] = useState('');
  if (lease === undefined) {
    return (
      <div className="stack">
        <h1>{t('follow-up:field.cases.title')}</h1>
        <p>{t('follow-up:field.cases.noLease')}</p>
        <DownloadCases />
      </div>
    );
  }
  const found = lease.cases.filter((one) => matches(one, words));
  return (
    <div className="stack">
      <h1>{t('follow-up:field.cases.title')}</h1>
      <p className="small">
        {t('follow-up:field.cases.count', { open: lease.cases.length })} ·{' '}
        {t('follow-up:field.cases.lease', { until: format.dateTime(lease.expiresAt) })}
      </p>
      {problem !== undefined && problem !== '' && <p role="alert">{problem}</p>}
      {lease.more > 0 && <p className="small">{t('follow-up:field.cases.more', { count: lease.more })}</p>}
      {lease.cases.length === 0 && (
        <>
          <p>{t('follow-up:field.cases.none')}</p>
          <DownloadCases />
        </>
      )}
      {lease.cases.length > 0 && (
        <Field label={t('follow-up:field.cases.search')}>
          <input
            type="search"
            value={words}
            onChange={(event) => {
              setWords(event.currentTarget.value);
            }}
          />
        </Field>
      )}
      {placesOf(found).map(([place, cases]) => (
        <section key={place} aria-label={place}>
          <h2 className="place">
            <span>{place === '' ? t('follow-up:field.cases.noPlace') : place}</span>
            <span>{cases.length}</span>
          </h2>
          <ul className="cards">
            {cases.map((one) => (
              <li key={one.id}>
                <CaseCard one={one} lease={lease} item={state.outbox.find(({ caseId }) => caseId === one.id)} />
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}

const matches = (one: LeasedCase, words: string): boolean =>
  `${one.fullName} ${one.kpmCode} ${one.rtRw ?? ''} ${one.kelurahanName}`.toLowerCase().includes(words.toLowerCase());

/** By kelurahan and RT/RW; the place whose family has the nearest last day comes first. */
function placesOf(cases: readonly LeasedCase[]): [string, LeasedCase[]][] {
  const places = Map.groupBy(cases, ({ kelurahanName, rtRw }) =>
    rtRw === null ? kelurahanName : `${kelurahanName} · RT ${rtRw}`,
  );
  return [...places].toSorted(
    ([place, [one]], [other, [two]]) =>
      (one?.deadlineOn ?? '').localeCompare(two?.deadlineOn ?? '') || place.localeCompare(other),
  );
}

interface CardProps {
  readonly one: LeasedCase;
  readonly lease: HeldLease;
  readonly item: OutboxItem | undefined;
}

function CaseCard({ one, lease, item }: CardProps): ReactNode {
  const { t, format } = useWords();
  const days = Math.round((Date.parse(one.deadlineOn) - Date.parse(programmeDay(lease))) / DAY_MS);
  return (
    <a href={item === undefined ? `#/case/${one.id}` : `#/outbox`} className="card">
      <strong>{one.fullName}</strong>
      <span className="small">
        {one.kpmCode} · {format.rupiah(one.amountRupiah)}
        {one.round > 1 && ` · ${t('follow-up:field.cases.again', { round: one.round })}`}
      </span>
      <span className={days <= SOON_DAYS ? 'small late' : 'small'}>
        {calendarDaysLeft(t, format, days, one.deadlineOn).text}
      </span>
      {item !== undefined && <span className="tag waiting">✎ {t('follow-up:field.cases.written')}</span>}
    </a>
  );
}
