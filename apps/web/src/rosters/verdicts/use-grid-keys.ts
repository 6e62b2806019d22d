import { type KeyboardEvent, useState } from 'react';
import type { Family } from '../../api/schemas';
import { REASONS } from './reasons';
import type { Selection } from './use-selection';
import type { Verdicts } from './use-verdicts';
import type { Mark } from './verdict-queue';

interface GridKeys {
  readonly active: number;
  readonly setActive: (index: number) => void;
  /** A "not eligible" waits for the digit of its reason. */
  readonly isAskingReason: boolean;
  readonly askReason: (index: number) => void;
  readonly stopAsking: () => void;
  readonly mark: (mark: Mark) => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
}

interface Facts {
  readonly families: readonly Family[];
  readonly verdicts: Verdicts;
  readonly selection: Selection;
  readonly isEditable: boolean;
  readonly onMove: (index: number) => void;
}

/** Keys of the verdict grid. Digits act on the chosen rows, or on the active one, and then go on to the next. */
export function useGridKeys({ families, verdicts, selection, isEditable, onMove }: Facts): GridKeys {
  const [active, setActive] = useState(0);
  const [isAskingReason, setAsking] = useState(false);
  const last = families.length - 1;
  const move = (to: number): void => {
    const index = Math.min(Math.max(to, 0), last);
    setActive(index);
    onMove(index);
  };
  const mark = (given: Mark): void => {
    const chosen = families.filter(({ id }) => selection.ids.has(id));
    const current = families[active];
    if (chosen.length > 0) verdicts.set(chosen, given);
    else if (current !== undefined) verdicts.set([current], given);
    setAsking(false);
    if (chosen.length > 0) selection.clear();
    else move(active + 1);
  };
  const undo = (): void => {
    const [newest] = verdicts.undoable;
    if (newest !== undefined) verdicts.undo(newest);
  };
  const edits: Readonly<Record<string, () => void>> = {
    '1': () => {
      mark({ verdict: 'eligible' });
    },
    '2': () => {
      setAsking(true);
    },
    '3': () => {
      mark({ verdict: 'check' });
    },
    x: () => {
      selection.toggle(active);
    },
    X: () => {
      selection.extend(active);
    },
    u: undo,
  };
  const moves: Readonly<Record<string, () => void>> = {
    j: () => {
      move(active + 1);
    },
    k: () => {
      move(active - 1);
    },
    ArrowDown: () => {
      move(active + 1);
    },
    ArrowUp: () => {
      move(active - 1);
    },
    PageDown: () => {
      move(active + 10);
    },
    PageUp: () => {
      move(active - 10);
    },
    Home: () => {
      move(0);
    },
    End: () => {
      move(last);
    },
    Escape: () => {
      setAsking(false);
    },
  };
  const chooseReason = (key: string): boolean => {
    const reason = /^[1-8]$/.test(key) ? REASONS[Number(key) - 1] : undefined;
    if (reason !== undefined) mark({ verdict: 'ineligible', reason });
    return reason !== undefined;
  };
  return {
    active: Math.min(active, Math.max(last, 0)),
    setActive,
    isAskingReason,
    askReason: (index) => {
      setActive(index);
      setAsking(true);
    },
    stopAsking: () => {
      setAsking(false);
    },
    mark,
    onKeyDown: (event) => {
      if (event.ctrlKey || event.altKey || event.metaKey) return;
      if (isAskingReason && chooseReason(event.key)) {
        event.preventDefault();
        return;
      }
      const act = moves[event.key] ?? (isEditable ? edits[event.key] : undefined);
      if (act === undefined) return;
      event.preventDefault();
      act();
    },
  };
}
