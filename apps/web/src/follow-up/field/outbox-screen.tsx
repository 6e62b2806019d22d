import { type ReactNode, useState } from 'react';
import { useWords } from '../../shared/language/use-words';
import { DownloadCases } from './download-cases';
import { ItemState } from './field-parts';
import type { OutboxItem } from '../offline/field-types';
import { usePhone } from './use-phone';

/** Every note with a state of its own; what needs the officer stands first. */
const ORDER = ['conflict', 'refused', 'waiting', 'received'] as const;

export function OutboxScreen(): ReactNode {
  const { t, format } = useWords();
  const { sync, state } = usePhone();
  const { problem, lease, outbox, isBusy } = state;
  const items = ORDER.flatMap((is) => outbox.filter((item) => item.state === is));
  const isWaiting = items.some((item) => item.state === 'waiting');
  return (
    <div className="stack">
      <h1>{t('follow-up:field.outbox.title')}</h1>
      <p className="small">
        {lease === undefined
          ? t('follow-up:field.outbox.never')
          : t('follow-up:field.outbox.last', { at: format.dateTime(lease.contactAt) })}
      </p>
      {problem !== undefined && lease !== undefined && (
        <p role="alert">{problem === '' ? t('follow-up:field.outbox.noSignal') : problem}</p>
      )}
      {items.length === 0 && <p>{t('follow-up:field.outbox.none')}</p>}
      <ul className="cards">
        {items.map((item) => (
          <li key={item.id} className="card">
            <Item item={item} />
          </li>
        ))}
      </ul>
      {isWaiting && lease === undefined && (
        <>
          <p>{t('follow-up:field.outbox.noLease')}</p>
          <DownloadCases />
        </>
      )}
      {isWaiting && lease !== undefined && (
        <button
          type="button"
          className="primary"
          aria-busy={isBusy}
          onClick={() => {
            if (!isBusy) void sync.run();
          }}
        >
          {t('follow-up:field.outbox.send')}
        </button>
      )}
    </div>
  );
}

function Item({ item }: { readonly item: OutboxItem }): ReactNode {
  const { t, format, codeWord } = useWords();
  const bytes = item.photos.reduce((sum, photo) => sum + photo.bytes, 0);
  return (
    <>
      <span className="row">
        <strong>{item.kpmCode}</strong>
        <ItemState item={item} />
      </span>
      <span>{item.finding === '' ? codeWord('finding', 'restricted') : codeWord('finding', item.finding)}</span>
      <span className="small">
        {t('follow-up:field.outbox.written', { at: format.dateTime(item.writtenAt) })} (
        {t('follow-up:field.outbox.phone')})
        {item.receivedAt !== undefined &&
          ` · ${t('follow-up:field.outbox.at', { at: format.dateTime(item.receivedAt) })}`}
        {bytes > 0 && ` · ${t('follow-up:field.outbox.size', { kb: Math.ceil(bytes / 1000) })}`}
      </span>
      {item.state !== 'received' && item.message !== undefined && <span role="alert">{item.message}</span>}
      {item.state === 'conflict' && (
        <a className="button" href={`#/conflict/${item.id}`}>
          {t('follow-up:field.outbox.choose')}
        </a>
      )}
      {(item.state === 'refused' || item.state === 'waiting') && <Mend item={item} />}
    </>
  );
}

/** What the officer can do with a note that has not arrived. */
function Mend({ item }: { readonly item: OutboxItem }): ReactNode {
  const { t } = useWords();
  const { store } = usePhone();
  const [isDropping, setDropping] = useState(false);
  return (
    <>
      <span className="row">
        <a className="button" href={`#/note/${item.id}`}>
          {item.state === 'refused' ? t('follow-up:field.outbox.fix') : t('follow-up:field.case.edit')}
        </a>
        <button
          type="button"
          className="link"
          aria-expanded={isDropping}
          onClick={() => {
            setDropping(!isDropping);
          }}
        >
          {t('follow-up:field.outbox.drop')}
        </button>
      </span>
      {isDropping && (
        <>
          <span className="small">{t('follow-up:field.outbox.dropHint')}</span>
          <button
            type="button"
            className="danger"
            onClick={() => {
              void store.dropItem(item.id);
            }}
          >
            {t('follow-up:field.outbox.drop')}
          </button>
        </>
      )}
    </>
  );
}
