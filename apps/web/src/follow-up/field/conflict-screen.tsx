import type { ReactNode } from 'react';
import { useWords } from '../../shared/language/use-words';
import { Top } from './field-parts';
import { usePhone } from './use-phone';

/** Both notes as a story; one tap says which stands. */
export function ConflictScreen({ itemId }: { readonly itemId: string }): ReactNode {
  const { t, format, codeWord } = useWords();
  const { sync, state } = usePhone();
  const item = state.outbox.find(({ id }) => id === itemId);
  const conflict = item?.conflict;
  if (item === undefined || conflict === undefined) {
    return (
      <>
        <Top title={t('follow-up:field.conflict.title')} back="outbox" />
        <p>{t('follow-up:field.outbox.none')}</p>
      </>
    );
  }
  const { theirs, visit, caseState } = conflict;
  const choose = (choice: 'mine' | 'theirs'): void => {
    void sync.settle(item, choice).then(() => {
      window.location.hash = '#/outbox';
    });
  };
  return (
    <div className="stack">
      <Top title={`${t('follow-up:field.conflict.title')}: ${item.kpmCode}`} back="outbox" />
      {theirs === null ? (
        <p>{t('follow-up:field.conflict.ended', { state: codeWord('case.is', caseState) })}</p>
      ) : (
        <Note
          head={`${format.dateTime(theirs.decidedAt)}, ${t('follow-up:field.conflict.first', { officer: theirs.officer })}`}
          finding={theirs.finding}
          note={theirs.note}
        />
      )}
      <Note
        head={`${format.dateTime(item.writtenAt)}, ${t('follow-up:field.conflict.mine')}`}
        finding={item.finding}
        note={item.note === '' ? null : item.note}
        photos={item.photos.length}
      />
      {state.problem !== undefined && (
        <p role="alert">{state.problem === '' ? t('follow-up:field.outbox.noSignal') : state.problem}</p>
      )}
      <p>{conflict.state === 'kept' ? t('follow-up:field.conflict.kept') : t('follow-up:field.conflict.both')}</p>
      <button
        type="button"
        className="primary"
        onClick={() => {
          choose('theirs');
        }}
      >
        {t('follow-up:field.conflict.theirs')}
      </button>
      {visit !== null && <Choice name="record" hint="recordHint" onChoose={choose} />}
      {visit === null && conflict.state === 'open' && <Choice name="keep" hint="keepHint" onChoose={choose} />}
    </div>
  );
}

interface ChoiceProps {
  readonly name: 'record' | 'keep';
  readonly hint: 'recordHint' | 'keepHint';
  readonly onChoose: (choice: 'mine') => void;
}

function Choice({ name, hint, onChoose }: ChoiceProps): ReactNode {
  const { t } = useWords();
  return (
    <>
      <button
        type="button"
        className="button"
        onClick={() => {
          onChoose('mine');
        }}
      >
        {t(`follow-up:field.conflict.${name}`)}
      </button>
      <p className="small">{t(`follow-up:field.conflict.${hint}`)}</p>
    </>
  );
}

interface NoteProps {
  readonly head: string;
  readonly finding: string | null;
  readonly note: string | null;
  readonly photos?: number;
}

function Note({ head, finding, note, photos = 0 }: NoteProps): ReactNode {
  const { t, codeWord } = useWords();
  return (
    <section className="card">
      <span className="small">{head}</span>
      <strong>{finding === null ? '–' : codeWord('finding', finding)}</strong>
      {note !== null && <span>{note}</span>}
      {photos > 0 && <span className="small">{t('follow-up:field.conflict.photos', { count: photos })}</span>}
    </section>
  );
}
