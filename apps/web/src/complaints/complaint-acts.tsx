import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import type { ComplaintDetails } from '../api/schemas';
import { useWords } from '../shared/language/use-words';
import { OpenedForm } from '../shared/look/opened-form';
import { ProblemNotice } from '../shared/states/problem-notice';
import { AnswerForm, MergeForm, ReturnForm, WaitForm } from './complaint-forms';
import { useActs } from './use-acts';

const FORMS = { wait: WaitForm, answer: AnswerForm, return: ReturnForm, merge: MergeForm, decide: AnswerForm };

/** What the reader may do with the complaint now; what needs nothing else is done by its button. */
export function ComplaintActs({ complaint }: { readonly complaint: ComplaintDetails }): ReactNode {
  const { t } = useWords();
  const command = useActs(complaint);
  return (
    <div className="stack">
      {command.error !== null && <ProblemNotice error={command.error} />}
      {complaint.acts.map((act) => {
        if (act === 'take' || act === 'resume' || act === 'approve') {
          return (
            <div key={act}>
              <Button
                h={44}
                aria-disabled={command.isPending}
                onClick={() => {
                  command.send({ act });
                }}
              >
                {t(`complaints:act.${act}`)}
              </Button>
            </div>
          );
        }
        const Form = FORMS[act];
        return (
          <OpenedForm key={act} name={t(`complaints:act.${act}`)}>
            {(close) => <Form complaint={complaint} onClose={close} />}
          </OpenedForm>
        );
      })}
    </div>
  );
}
