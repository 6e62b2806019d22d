import { Title } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useWords } from '../../shared/language/use-words';
import { familiesQuery } from '../roster-queries';

const SHOWN = 10;

interface Props {
  readonly rosterId: string;
  readonly state: 'invalid' | 'duplicate' | 'warning';
}

/** What is wrong, row by row, in sentences that say how to mend it. */
export function InvalidRows({ rosterId, state }: Props): ReactNode {
  const { t } = useWords();
  const { data } = useInfiniteQuery(familiesQuery(rosterId, { state }));
  const rows = data?.pages.flatMap((page) => page.rows) ?? [];
  return (
    <section className="panel stack" aria-labelledby={`rows-${state}`}>
      <Title order={2} size="h3" id={`rows-${state}`}>
        {t(`rowState.${state}`)}
      </Title>
      <ul className="findings">
        {rows.slice(0, SHOWN).map(({ id, fileName, findings }) => (
          <li key={id}>
            {findings.map(({ code, message }) => (
              <p key={code + message}>
                {message} <span className="small-print">({code})</span>
              </p>
            ))}
            <p className="small-print">{fileName}</p>
          </li>
        ))}
      </ul>
      <p>
        <Link to="/rosters/$rosterId" params={{ rosterId }} search={{ state }} className="text-link">
          {t('roster.seeAll')}
        </Link>
      </p>
    </section>
  );
}
