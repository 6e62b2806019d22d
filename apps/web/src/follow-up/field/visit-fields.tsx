import { type ReactNode, type SubmitEvent, useState } from 'react';
import { useWords } from '../../shared/language/use-words';
import { Field } from './field-parts';
import type { FieldFinding, OutboxItem, VisitForm, VisitOf } from '../offline/field-types';
import { FindingChoice } from './finding-choice';
import { PhotoField } from './photo-field';
import { keepVisit } from '../offline/keep-visit';
import { programmeDay, rulesOf } from '../offline/leased';
import { usePhone } from './use-phone';
import { faultOf } from '../offline/visit-fault';

interface Props {
  readonly of: VisitOf;
  readonly item: OutboxItem | undefined;
  readonly start: VisitForm;
}

/** Branch, finding, evidence, save: every finding in three taps from the case, and nothing asked that its rule does not ask. */
export function VisitFields({ of, item, start }: Props): ReactNode {
  const { t } = useWords();
  const { store, sync, state } = usePhone();
  const [form, setForm] = useState(start);
  const [fault, setFault] = useState<string>();
  const rules = rulesOf(state.lease, of.periodId);
  const rule = rules.find(({ finding }) => finding === form.finding);
  const change = (part: Partial<VisitForm>): void => {
    const next = { ...form, ...part };
    setForm(next);
    setFault(undefined);
    store.keepDraft(of.caseId, next).catch(() => {
      setFault(t('follow-up:field.visit.full'));
    });
  };
  const words = useFaultWords();
  const save = (event: SubmitEvent): void => {
    event.preventDefault();
    const today = state.lease === undefined ? undefined : programmeDay(state.lease);
    const found = faultOf(form, rule, of.openedOn, today);
    if (found !== undefined) {
      setFault(words(found, of.openedOn));
      return;
    }
    keepVisit(store, of, form, item).then(
      () => {
        window.location.hash = '#/outbox';
        if (navigator.onLine) void sync.run();
      },
      () => {
        setFault(t('follow-up:field.visit.full'));
      },
    );
  };
  return (
    <form className="stack" onSubmit={save}>
      <FindingChoice rules={rules} form={form} onChange={change} />
      {(rule ?? form.finding) !== undefined && (
        <>
          <Evidence rule={rule} form={form} onChange={change} />
          <div className="sticky stack">
            {fault !== undefined && <p role="alert">{fault}</p>}
            <button type="submit" className="primary">
              {t('follow-up:field.visit.save')}
            </button>
          </div>
        </>
      )}
    </form>
  );
}

function useFaultWords() {
  const { t, format, codeWord } = useWords();
  return (found: NonNullable<ReturnType<typeof faultOf>>, openedOn: string): string => {
    if (found === 'ahead') return t('follow-up:field.visit.ahead');
    if (found === 'before') return t('follow-up:field.visit.before', { day: format.date(openedOn) });
    const evidence = found.map((kind) => codeWord('evidence', kind)).join(', ');
    return t('follow-up:field.visit.missing', { evidence });
  };
}

interface EvidenceProps {
  readonly rule: FieldFinding | undefined;
  readonly form: VisitForm;
  readonly onChange: (part: Partial<VisitForm>) => void;
}

function Evidence({ rule, form, onChange }: EvidenceProps): ReactNode {
  const { t, codeWord } = useWords();
  const needs = (kind: FieldFinding['evidence'][number]): boolean => rule?.evidence.includes(kind) ?? false;
  const [day = '', first = ''] = form.visitedOn.toReversed();
  return (
    <>
      {rule !== undefined && rule.evidence.length > 0 && (
        <p className="needs">
          {t('follow-up:field.visit.needs', {
            evidence: rule.evidence.map((kind) => codeWord('evidence', kind)).join(', '),
          })}
        </p>
      )}
      {rule?.restricted === true && <p className="small">{t('follow-up:field.visit.restricted')}</p>}
      <PhotoField photos={form.photos} onChange={onChange} />
      <Field
        label={
          <>
            {t('follow-up:field.visit.note')} <span className="small">{t('follow-up:field.visit.noteHint')}</span>
          </>
        }
      >
        <textarea
          rows={2}
          maxLength={500}
          value={form.note}
          onChange={(event) => {
            onChange({ note: event.currentTarget.value });
          }}
        />
      </Field>
      {needs('second_visit') && (
        <Day
          label={t('follow-up:field.visit.first')}
          value={first}
          onChange={(value) => {
            onChange({ visitedOn: [value, day] });
          }}
        />
      )}
      <Day
        label={t('follow-up:field.visit.day')}
        value={day}
        onChange={(value) => {
          onChange({ visitedOn: first === '' ? [value] : [first, value] });
        }}
      />
    </>
  );
}

interface DayProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

function Day({ label, value, onChange }: DayProps): ReactNode {
  return (
    <Field label={label}>
      <input
        type="date"
        value={value}
        onChange={(event) => {
          onChange(event.currentTarget.value);
        }}
      />
    </Field>
  );
}
