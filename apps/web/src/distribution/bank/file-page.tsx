import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useWords } from '../../shared/language/use-words';
import { PageHeading } from '../../shared/look/page-heading';
import { Answered } from '../../shared/states/answered';
import { FileView } from './file-view';
import { fileQuery } from './file-queries';

const route = getRouteApi('/shell/bank-files/$fileId');

/** One file of a bank or post office, and what was done with it. */
export function FilePage(): ReactNode {
  const { fileId } = route.useParams();
  const { t } = useWords();
  const query = useQuery(fileQuery(fileId));
  return (
    <div className="stack">
      <PageHeading
        title={query.data?.name ?? t('money:files.title')}
        trail={
          <Link to="/bank-files" className="text-link">
            {t('money:files.title')}
          </Link>
        }
      />
      <Answered query={query}>{(file) => <FileView file={file} />}</Answered>
    </div>
  );
}
