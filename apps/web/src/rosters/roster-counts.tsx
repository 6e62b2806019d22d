import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { Family, Roster } from '../api/schemas';
import { useWords } from '../shared/language/use-words';
import { Facts } from '../shared/look/facts';

const STATES = ['valid', 'warning', 'invalid', 'duplicate'] as const;

/** How the rows of a roster stand, and what Dukcapil answered; each number opens its rows. */
export function RosterCounts({ roster }: { readonly roster: Roster }): ReactNode {
  const { t, format, codeWord } = useWords();
  const opens = (
    rows: number,
    search: { state?: Family['state']; matchResult?: NonNullable<Family['matchResult']> },
  ) =>
    rows === 0 ? (
      '0'
    ) : (
      <Link to="/rosters/$rosterId" params={{ rosterId: roster.id }} search={search} className="text-link">
        {format.count(rows)}
      </Link>
    );
  return (
    <Facts
      facts={[
        ...STATES.map((state) => [t(`rowState.${state}`), opens(roster[state], { state })] as const),
        ...Object.entries(roster.matchResults).map(
          ([result, rows]) =>
            [
              t('roster.matchIs', { result: codeWord('match', result) }),
              opens(rows, { matchResult: result as NonNullable<Family['matchResult']> }),
            ] as const,
        ),
      ]}
    />
  );
}
