import { type ReactNode, useEffect, useState } from 'react';
import { useWords } from '../../shared/language/use-words';
import { Top } from './field-parts';
import type { LeasedCase, OutboxItem, VisitForm, VisitOf } from '../offline/field-types';
import { programmeDay, rulesOf } from '../offline/leased';
import { usePhone } from './use-phone';
import { VisitFields } from './visit-fields';

interface Props {
  readonly caseId?: string;
  /** A note in the outbox that is to be changed. */
  readonly itemId?: string;
}

/** One family and the form of its visit. */
export function CaseScreen({ caseId, itemId }: Props): ReactNode {
  const { t } = useWords();
  const { state } = usePhone();
  const item = state.outbox.find(({ id }) => id === itemId);
  const one = state.lease?.cases.find(({ id }) => id === (caseId ?? item?.caseId));
  const of = item ?? (one === undefined ? undefined : visitOf(one));
  const back = itemId === undefined ? 'cases' : 'outbox';
  if (of === undefined) {
    return (
      <>
        <Top title={t('follow-up:field.cases.title')} back={back} />
        <p>{t('follow-up:field.case.unknown')}</p>
      </>
    );
  }
  return (
    <div className="stack">
      <Top title={one?.fullName ?? of.kpmCode} back={back} />
      {one !== undefined && <Family one={one} />}
      <Form of={of} item={item} />
    </div>
  );
}

const visitOf = ({ id, taskId, artefactHash, periodId, kpmCode, rtRw, openedOn }: LeasedCase): VisitOf => ({
  ...{ caseId: id, taskId, artefactHash, periodId, kpmCode, rtRw, openedOn },
});

function Family({ one }: { readonly one: LeasedCase }): ReactNode {
  const { t, format } = useWords();
  return (
    <p className="small">
      {one.address}
      <br />
      {one.kelurahanName}
      {one.rtRw !== null && `, RT ${one.rtRw}`} · {one.kpmCode} · {format.rupiah(one.amountRupiah)}
      <br />
      {t('follow-up:field.case.left')}: {format.date(one.deadlineOn)}
    </p>
  );
}

/** The form as it was left, whatever ended the app. */
function Form({ of, item }: { readonly of: VisitOf; readonly item: OutboxItem | undefined }): ReactNode {
  const { store, state } = usePhone();
  const [start, setStart] = useState<VisitForm>();
  const { caseId } = of;
  const today = state.lease === undefined ? undefined : programmeDay(state.lease);
  useEffect(() => {
    const rules = rulesOf(store.snapshot().lease, of.periodId);
    void store.draft(caseId).then((draft) => {
      setStart(draft ?? (item === undefined ? blank(today) : asForm(item, rules)));
    });
    // eslint-disable-next-line react-hooks/exhaustive-deps -- the form begins once; what changes meanwhile is in the form itself
  }, [caseId, store]);
  return start === undefined ? null : <VisitFields of={of} item={item} start={start} />;
}

const blank = (today: string | undefined): VisitForm => ({
  ...{ note: '', photos: [], visitedOn: today === undefined ? [] : [today] },
});

const asForm = ({ finding, note, visitedOn, photos }: OutboxItem, rules: ReturnType<typeof rulesOf>): VisitForm => ({
  ...{ finding, note, visitedOn, photos },
  group: rules.find((rule) => rule.finding === finding)?.group,
});
