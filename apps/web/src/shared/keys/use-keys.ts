import { useEffect, useRef } from 'react';

export type KeyMap = Readonly<Record<string, (event: KeyboardEvent) => void>>;

const CHORD_MS = 1000;
const TYPES_TEXT = /^(INPUT|TEXTAREA|SELECT)$/;

/** Whether a key press belongs to a field; a ticked box or radio leaves single keys free. */
function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target instanceof HTMLInputElement) return !['checkbox', 'radio', 'button'].includes(target.type);
  return TYPES_TEXT.test(target.tagName) || target.isContentEditable;
}

/** Single keys and chords such as `g i`; silent in fields and with Ctrl, Alt or Meta. */
export function useKeys(keys: KeyMap): void {
  const current = useRef(keys);
  useEffect(() => {
    current.current = keys;
  });
  useEffect(() => {
    let lead: { key: string; at: number } | undefined;
    const onKey = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
      const chord = lead !== undefined && event.timeStamp - lead.at < CHORD_MS ? `${lead.key} ${event.key}` : undefined;
      lead = { key: event.key, at: event.timeStamp };
      (current.current[chord ?? ''] ?? current.current[event.key])?.(event);
    };
    window.addEventListener('keydown', onKey);
    return () => {
      window.removeEventListener('keydown', onKey);
    };
  }, []);
}
