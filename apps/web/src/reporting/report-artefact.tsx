import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Answered } from '../shared/states/answered';
import type { ArtefactProps } from '../tasks/artefact/artefact-props';
import { reportQuery } from './report-queries';
import { ReportView } from './report-view';

export function ReportArtefact({ task }: ArtefactProps): ReactNode {
  const query = useQuery(reportQuery(task.subjectId));
  return <Answered query={query}>{(report) => <ReportView report={report} />}</Answered>;
}
