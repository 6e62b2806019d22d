import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Answered } from '../shared/states/answered';
import type { ArtefactProps } from '../tasks/artefact/artefact-props';
import { MandateFacts } from './mandate-facts';
import { mandatesQuery } from './mandate-queries';

/** The mandate a city is asked to accept. */
export function MandateArtefact({ task }: ArtefactProps): ReactNode {
  const query = useQuery(mandatesQuery);
  return (
    <Answered query={query}>
      {(mandates) => {
        const mandate = mandates.find(({ id }) => id === task.subjectId);
        return mandate === undefined ? null : <MandateFacts mandate={mandate} />;
      }}
    </Answered>
  );
}
