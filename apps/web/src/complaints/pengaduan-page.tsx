import { useMutation } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { PublicFrame } from '../app/shell/public-frame';
import { useWords } from '../shared/language/use-words';
import { ProblemNotice } from '../shared/states/problem-notice';
import { CheckAnswers } from './check-answers';
import { useKeptAnswers } from './kept-answers';
import { NumberToKeep } from './number-to-keep';
import { type Answers, Questions } from './public-questions';

import { sendComplaint, sendPhoto } from './public-queries';

/** Anybody complains here: six questions, a page to check them, and a number to keep. What is refused loses no answer. */
export function PengaduanPage(): ReactNode {
  const { t } = useWords();
  const { answers, submissionKey, change, forget } = useKeptAnswers();
  const [isChecking, setChecking] = useState(false);
  const photo = useMutation({
    mutationFn: ({ held, file }: { held: { number: string; secret: string }; file: File }) => sendPhoto(held, file),
  });
  const send = useMutation({
    mutationFn: async ({ photo: _later, ...form }: Answers) => sendComplaint({ ...form, submissionKey, name: '' }),
    onSuccess: ({ number, secret }) => {
      forget();
      if (answers.photo !== null) photo.mutate({ held: { number, secret }, file: answers.photo });
    },
  });
  return (
    <PublicFrame
      title={t('complaints:public.title')}
      links={[
        { to: '/pengaduan/status', name: t('complaints:status.title') },
        { to: '/cek', name: t('complaints:public.ownAid') },
      ]}
    >
      {send.data !== undefined ? (
        <>
          <NumberToKeep taken={send.data} />
          {photo.error !== null && <ProblemNotice error={photo.error} />}
        </>
      ) : isChecking ? (
        <>
          {send.error !== null && <ProblemNotice error={send.error} />}
          <CheckAnswers
            answers={answers}
            isBusy={send.isPending}
            onBack={() => {
              setChecking(false);
            }}
            onSend={() => {
              send.mutate(answers);
            }}
          />
        </>
      ) : (
        <Questions
          answers={answers}
          onChange={change}
          onDone={() => {
            setChecking(true);
          }}
        />
      )}
    </PublicFrame>
  );
}
