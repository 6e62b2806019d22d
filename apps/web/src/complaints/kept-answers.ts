import { useState } from 'react';
import { newCommandKey } from '../api/command-key';
import { recall, remember } from '../shared/session/browser-store';
import { KINDS } from './complaint-words';
import { type Answers, NO_ANSWERS } from './public-questions';

const KEPT_AT = 'amanah.pengaduan';

interface Kept {
  readonly answers: Answers;
  readonly submissionKey: string;
}

/**
 * Answers that outlive a reload, in this tab alone: who sits down at the same computer next finds nothing. Telephone, NIK and photo
 * are asked again. The key of the submission stays with them, so that a form whose answer was lost and that is sent again is the same complaint.
 */
export function useKeptAnswers() {
  const [{ answers, submissionKey }, setKept] = useState(recalled);
  return {
    answers,
    submissionKey,
    change: (next: Answers): void => {
      setKept({ answers: next, submissionKey });
      keep({ kind: next.kind, cityCode: next.cityCode, text: next.text, submissionKey });
    },
    forget: (): void => {
      keep(undefined);
    },
  };
}

function recalled(): Kept {
  const nothing = { answers: NO_ANSWERS, submissionKey: newCommandKey() };
  try {
    const { kind, cityCode, text, submissionKey } = JSON.parse(recall(KEPT_AT, 'sessionStorage') ?? '{}') as Record<
      string,
      string | undefined
    >;
    const known = KINDS.find((one) => one === kind);
    if (known === undefined || cityCode === undefined || text === undefined || submissionKey === undefined)
      return nothing;
    return { answers: { ...NO_ANSWERS, kind: known, cityCode, text }, submissionKey };
  } catch {
    return nothing;
  }
}

function keep(form: Readonly<Record<string, string>> | undefined): void {
  remember(KEPT_AT, form === undefined ? undefined : JSON.stringify(form), 'sessionStorage');
}
