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

type Acts = Readonly<Record<string, () => void>>;

const PAGE = 10;

/** Keys of the verdict grid. Digits act on the chosen rows, or on the active one, and then go on to the next. */
export function useGridKeys({ families, verdicts, selection, isEditable, onMove }: Facts): GridKeys {
  const [active, setActive] = useState(0);
  const [isAskingReason, setAsking] = useState(false);
  const last = Math.max(families.length - 1, 0);
  const move = (to: number): void => {
    const index = Math.min(Math.max(to, 0), last);
    setActive(index);
    onMove(index);
  };
  const mark = (given: Mark): void => {
    const chosen = families.filter(({ id }) => selection.ids.has(id));
    verdicts.set(chosen.length > 0 ? chosen : families.slice(active, active + 1), given);
    setAsking(false);
    if (chosen.length > 0) selection.clear();
    else move(active + 1);
  };
  const acts: Acts = {
    ...movesFrom(active, last, move),
    Escape: () => {
      setAsking(false);
    },
    ...(isEditable ? editsOf(active, { mark, setAsking, verdicts, selection }) : {}),
    ...(isAskingReason ? reasonsOf(mark) : {}),
  };
  return {
    ...{ active: Math.min(active, last), setActive, isAskingReason, mark },
    askReason: (index) => {
      setActive(index);
      setAsking(true);
    },
    stopAsking: () => {
      setAsking(false);
    },
    onKeyDown: (event) => {
      press(event, acts);
    },
  };
}

/** Where each key goes from here; whoever asks keeps within the list. */
const movesFrom = (active: number, last: number, move: (to: number) => void): Acts => {
  const targets = {
    ...{ j: active + 1, ArrowDown: active + 1, PageDown: active + PAGE, End: last },
    ...{ k: active - 1, ArrowUp: active - 1, PageUp: active - PAGE, Home: 0 },
  };
  return Object.fromEntries(
    Object.entries(targets).map(([key, to]) => [
      key,
      () => {
        move(to);
      },
    ]),
  );
};

interface Hands extends Pick<Facts, 'verdicts' | 'selection'> {
  readonly mark: (mark: Mark) => void;
  readonly setAsking: (isAsking: boolean) => void;
}

const editsOf = (active: number, { mark, setAsking, verdicts, selection }: Hands): Acts => ({
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
  u: () => {
    const [newest] = verdicts.undoable;
    if (newest !== undefined) verdicts.undo(newest);
  },
});

/** While a reason is asked for, a digit is the reason and no verdict. */
const reasonsOf = (mark: (mark: Mark) => void): Acts =>
  Object.fromEntries(
    REASONS.map((reason, index) => [
      String(index + 1),
      () => {
        mark({ verdict: 'ineligible', reason });
      },
    ]),
  );

function press(event: KeyboardEvent, acts: Acts): void {
  const act = event.ctrlKey || event.altKey || event.metaKey ? undefined : acts[event.key];
  if (act === undefined) return;
  event.preventDefault();
  act();
}
