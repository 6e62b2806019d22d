import type { ReactNode } from 'react';
import { useWords } from '../shared/language/use-words';

export interface PaperLink {
  readonly label: string;
  readonly href: string;
}

/** Official papers of a matter, to print, and where anybody may check the signatures under one. */
export function PaperLinks({
  papers,
  hash,
}: {
  readonly papers: readonly PaperLink[];
  readonly hash?: string;
}): ReactNode {
  const { t } = useWords();
  return (
    <nav className="row" aria-label={t('paper.papers')}>
      <span className="small-print">{t('paper.papers')}:</span>
      {papers.map(({ label, href }) => (
        <a key={href} className="text-link" href={href} download>
          {label}
        </a>
      ))}
      {hash !== undefined && (
        <a className="text-link" href={`/hash/${hash}`} target="_blank" rel="noreferrer">
          {t('paper.check')}
        </a>
      )}
    </nav>
  );
}
