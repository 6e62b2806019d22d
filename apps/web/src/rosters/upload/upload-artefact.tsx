import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { Roster } from '../../api/schemas';
import { Answered } from '../../shared/states/answered';
import type { ArtefactProps } from '../../tasks/artefact/artefact-props';
import { InvalidRows } from './invalid-rows';
import { RosterCounts } from '../roster-counts';
import { rosterQuery } from '../roster-queries';
import { FileDrop } from './file-drop';
import { MismatchedFamilies } from './mismatched-families';
import { RosterFiles } from './roster-files';
import './upload.css';

/** The roster while its files come in: drop, counts, and what is wrong by row. */
export function UploadArtefact({ task, isEditable }: ArtefactProps): ReactNode {
  const query = useQuery(rosterQuery(task.subjectId));
  const purpose = task.kind === 'identity.submit' ? 'identity' : 'roster';
  return (
    <>
      {isEditable && <FileDrop task={task} purpose={purpose} />}
      <Answered query={query}>
        {(roster) => (
          <>
            <RosterFiles task={task} files={roster.files} canRemove={isEditable && purpose === 'roster'} />
            {roster.families + roster.invalid + roster.duplicate > 0 && <RosterCounts roster={roster} />}
            {purpose === 'identity' ? <MismatchedFamilies roster={roster} /> : <RowsToMend roster={roster} />}
          </>
        )}
      </Answered>
    </>
  );
}

const TO_MEND = ['invalid', 'duplicate', 'warning'] as const;

function RowsToMend({ roster }: { readonly roster: Roster }): ReactNode {
  return TO_MEND.filter((state) => roster[state] > 0).map((state) => (
    <InvalidRows key={state} rosterId={roster.id} state={state} />
  ));
}
