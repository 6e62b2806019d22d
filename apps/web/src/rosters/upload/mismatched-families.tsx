import { Title } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { Family, Roster } from '../../api/schemas';
import { useWords } from '../../shared/language/use-words';
import { FamiliesTable } from '../families/families-table';
import { familiesQuery } from '../roster-queries';

const SHOWN = 10;

type MatchResult = NonNullable<Family['matchResult']>;

/** The families that Dukcapil did not match, by its answer: what the operator has to ask about before sending. */
export function MismatchedFamilies({ roster }: { readonly roster: Roster }): ReactNode {
  const results = Object.keys(roster.matchResults) as MatchResult[];
  return results
    .filter((result) => result !== 'matched')
    .map((result) => <FamiliesOfAnswer key={result} rosterId={roster.id} matchResult={result} />);
}

interface Props {
  readonly rosterId: string;
  readonly matchResult: MatchResult;
}

function FamiliesOfAnswer({ rosterId, matchResult }: Props): ReactNode {
  const { t, codeWord } = useWords();
  const { data } = useInfiniteQuery(familiesQuery(rosterId, { matchResult }));
  const rows = data?.pages.flatMap((page) => page.rows) ?? [];
  return (
    <section className="panel stack" aria-labelledby={`match-${matchResult}`}>
      <Title order={2} size="h3" id={`match-${matchResult}`}>
        {t('roster.matchIs', { result: codeWord('match', matchResult) })}
      </Title>
      <FamiliesTable families={rows.slice(0, SHOWN)} />
      <p>
        <Link to="/rosters/$rosterId" params={{ rosterId }} search={{ matchResult }} className="text-link">
          {t('roster.seeAll')}
        </Link>
      </p>
    </section>
  );
}
