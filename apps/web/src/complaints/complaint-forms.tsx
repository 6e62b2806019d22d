import { Textarea, TextInput } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import type { ComplaintDetails, FollowedComplaint } from '../api/schemas';
import { useWords } from '../shared/language/use-words';
import { CommandForm } from '../shared/look/command-form';
import { ReasonArea } from '../shared/look/reason-area';
import { Choose } from './choose';
import { OUTCOMES, WAITING_FOR } from './complaint-words';
import { DeedChoice, deedOf, mayAct, NO_DEED } from './deed-choice';
import { useActs } from './use-acts';

type Outcome = NonNullable<FollowedComplaint['outcome']>;
interface FormProps {
  readonly complaint: ComplaintDetails;
  readonly onClose: () => void;
}

/** Its clock stands until a day, for a reason that is shown. */
export function WaitForm({ complaint, onClose }: FormProps): ReactNode {
  const { t } = useWords();
  const command = useActs(complaint);
  const [body, setBody] = useState({ waitingFor: WAITING_FOR[0] ?? 'applicant', until: '', note: '' });
  return (
    <CommandForm
      send={t('complaints:act.wait')}
      command={command}
      consequence={t('complaints:waitConsequence')}
      onSubmit={() => {
        command.send({ act: 'wait', body });
      }}
      onClose={onClose}
    >
      <Choose
        label={t('complaints:waitFor')}
        of={WAITING_FOR}
        nameOf={(one) => t(`complaints:waitsFor.${one}`)}
        value={body.waitingFor}
        onChange={(waitingFor) => {
          setBody({ ...body, waitingFor });
        }}
      />
      <TextInput
        type="date"
        label={t('complaints:until')}
        required
        value={body.until}
        onChange={({ currentTarget: { value } }) => {
          setBody({ ...body, until: value });
        }}
      />
      <ReasonArea
        label={t('complaints:note')}
        value={body.note}
        onChange={(note) => {
          setBody({ ...body, note });
        }}
      />
    </CommandForm>
  );
}

/** An answer, and the last word on an appeal against one. */
export function AnswerForm({ complaint, onClose }: FormProps): ReactNode {
  const { t } = useWords();
  const command = useActs(complaint);
  const isAppeal = complaint.state === 'appealed';
  const [outcome, setOutcome] = useState<Outcome>(complaint.outcome ?? 'granted');
  const [text, setText] = useState('');
  const [deed, setDeed] = useState(NO_DEED);
  const acts = mayAct(complaint, outcome);
  return (
    <CommandForm
      send={t(isAppeal ? 'complaints:act.decide' : 'complaints:act.answer')}
      command={command}
      consequence={t(
        complaint.isRestricted && !isAppeal ? 'complaints:secondConsequence' : 'complaints:answerConsequence',
      )}
      onSubmit={() => {
        const result = outcome === complaint.outcome ? 'upheld' : 'changed';
        const answer = { outcome, text };
        const chosen = acts ? deedOf(deed, complaint) : undefined;
        const body = { ...answer, ...(chosen === undefined ? {} : { deed: chosen }) };
        command.send(isAppeal ? { act: 'decide', body: { result, ...answer } } : { act: 'answer', body });
      }}
      onClose={onClose}
    >
      <Choose
        label={t('complaints:outcome')}
        of={OUTCOMES}
        nameOf={(one) => t(`complaints:outcomeIs.${one}`)}
        value={outcome}
        onChange={setOutcome}
      />
      {acts && <DeedChoice complaint={complaint} deed={deed} onChange={setDeed} />}
      <Textarea
        label={t('complaints:answer')}
        description={t('complaints:answerHint')}
        autosize
        required
        minRows={3}
        minLength={10}
        maxLength={4000}
        value={text}
        onChange={({ currentTarget: { value } }) => {
          setText(value);
        }}
      />
    </CommandForm>
  );
}

/** The answer does not go out; whoever wrote it reads why. */
export function ReturnForm({ complaint, onClose }: FormProps): ReactNode {
  const { t } = useWords();
  const command = useActs(complaint);
  const [note, setNote] = useState('');
  return (
    <CommandForm
      send={t('complaints:act.return')}
      command={command}
      onSubmit={() => {
        command.send({ act: 'return', body: { note } });
      }}
      onClose={onClose}
    >
      <ReasonArea label={t('complaints:note')} value={note} onChange={setNote} />
    </CommandForm>
  );
}

/** It has the answer of the complaint that it repeats. */
export function MergeForm({ complaint, onClose }: FormProps): ReactNode {
  const { t } = useWords();
  const command = useActs(complaint);
  const [into, setInto] = useState('');
  return (
    <CommandForm
      send={t('complaints:act.merge')}
      command={command}
      consequence={t('complaints:mergeConsequence')}
      onSubmit={() => {
        command.send({ act: 'merge', body: { into } });
      }}
      onClose={onClose}
    >
      <TextInput
        label={t('complaints:into')}
        required
        pattern="\d\d\.\d\d-\d\d-\d{6,7}"
        value={into}
        onChange={({ currentTarget: { value } }) => {
          setInto(value);
        }}
      />
    </CommandForm>
  );
}
