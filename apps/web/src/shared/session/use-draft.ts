import { useState } from 'react';
import { recall, remember } from './browser-store';

/** Text that survives a reload and the end of a session until it is sent. */
export function useDraft(key: string): [string, (text: string) => void] {
  const stored = `amanah.draft.${key}`;
  const [text, setText] = useState(() => recall(stored) ?? '');
  return [
    text,
    (next) => {
      setText(next);
      remember(stored, next === '' ? undefined : next);
    },
  ];
}
