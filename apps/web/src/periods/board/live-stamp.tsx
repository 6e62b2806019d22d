import type { ReactNode } from 'react';
import { useWords } from '../../shared/language/use-words';
import { StatusTag } from '../../shared/look/status-tag';

/** When the figures are of, and whether they move by themselves. */
export function LiveStamp({ at, isLive }: { readonly at: string; readonly isLive: boolean }): ReactNode {
  const { t, format } = useWords();
  const time = format.time(at);
  return <StatusTag tone={isLive ? 'done' : 'soon'}>{t(isLive ? 'board.live' : 'board.stale', { time })}</StatusTag>;
}
