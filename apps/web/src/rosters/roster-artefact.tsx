import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { PaperLinks } from '../documents/paper-links';
import { useWords } from '../shared/language/use-words';
import { Answered } from '../shared/states/answered';
import type { ArtefactProps } from '../tasks/artefact/artefact-props';
import { KelurahanTable } from './kelurahan-table';
import { rosterQuery } from './roster-queries';
import { RosterCounts } from './roster-counts';

/** Length of the code of a kelurahan, such as 32.75.02.1001. */
const KELURAHAN = 13;

/** The roster that an office endorses, by kelurahan of that office. */
export function RosterArtefact({ task }: ArtefactProps): ReactNode {
  const { t } = useWords();
  const query = useQuery(rosterQuery(task.subjectId));
  return (
    <Answered query={query}>
      {(roster) => {
        const parts = roster.kelurahan.filter(({ kelurahanCode }) => kelurahanCode.startsWith(task.territoryCode));
        return (
          <>
            {task.territoryCode === task.cityCode && <RosterCounts roster={roster} />}
            <KelurahanTable rosterId={roster.id} parts={parts} />
            {task.territoryCode.length === KELURAHAN && (
              <PaperLinks
                papers={[
                  { label: t('paper.minutes'), href: `/api/v1/rosters/${roster.id}/minutes/${task.territoryCode}` },
                ]}
              />
            )}
            <p>
              <Link to="/rosters/$rosterId" params={{ rosterId: roster.id }} className="text-link">
                {t('roster.open', { version: roster.version })}
              </Link>
            </p>
          </>
        );
      }}
    </Answered>
  );
}
