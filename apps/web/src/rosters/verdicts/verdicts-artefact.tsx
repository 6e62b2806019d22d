import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Answered } from '../../shared/states/answered';
import type { ArtefactProps } from '../../tasks/artefact/artefact-props';
import { kelurahanQuery } from '../roster-queries';
import { VerdictSheet } from './verdict-sheet';
import './verdicts.css';

/** Every family of the kelurahan with its verdict. */
export function VerdictsArtefact({ task, isEditable }: ArtefactProps): ReactNode {
  const query = useQuery(kelurahanQuery(task.subjectId, task.territoryCode));
  return (
    <Answered query={query}>
      {(families) => <VerdictSheet task={task} families={families} isEditable={isEditable} />}
    </Answered>
  );
}
