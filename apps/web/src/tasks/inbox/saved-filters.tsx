import { ActionIcon, Button } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { answer, api } from '../../api/client';
import type { InboxFilterKept } from '../../api/schemas';
import { useCommand } from '../../api/use-command';
import { useWords } from '../../shared/language/use-words';
import { ProblemNotice } from '../../shared/states/problem-notice';
import { type InboxFilter, keptFiltersQuery } from '../task-queries';
import { SaveFilter } from './save-filter';

const isNarrowed = ({ view, kind, periodId }: InboxFilter): boolean =>
  view !== 'waiting' || kind !== undefined || periodId !== undefined;

/** Filters under a name: one's own, and those that colleagues share. */
export function SavedFilters({ filter }: { readonly filter: InboxFilter }): ReactNode {
  const { t } = useWords();
  const [isSaving, setSaving] = useState(false);
  const { data: kept = [] } = useQuery(keptFiltersQuery);
  if (kept.length === 0 && !isNarrowed(filter)) return null;
  return (
    <div className="stack">
      <div className="row">
        {kept.length > 0 && (
          <ul className="kept-filters" aria-label={t('inbox.kept.title')}>
            {kept.map((one) => (
              <KeptFilter key={one.id} kept={one} />
            ))}
          </ul>
        )}
        {isNarrowed(filter) && !isSaving && (
          <Button
            variant="subtle"
            h={44}
            onClick={() => {
              setSaving(true);
            }}
          >
            {t('inbox.kept.save')}
          </Button>
        )}
      </div>
      {isSaving && (
        <SaveFilter
          filter={filter}
          onClose={() => {
            setSaving(false);
          }}
        />
      )}
    </div>
  );
}

function KeptFilter({ kept }: { readonly kept: InboxFilterKept }): ReactNode {
  const { t } = useWords();
  const { id, name, filter, isMine, isShared, author } = kept;
  const remove = useCommand((filterId: string, key) =>
    answer(
      api.DELETE('/api/v1/inbox-filters/{filterId}', {
        params: { path: { filterId }, header: { 'Idempotency-Key': key } },
      }),
    ),
  );
  return (
    <li>
      <Link to="/inbox" search={filter} className="text-link">
        {name}
      </Link>
      {isShared && <span className="small-print">{isMine ? t('inbox.kept.shared') : author}</span>}
      {isMine && (
        <ActionIcon
          variant="subtle"
          size={44}
          aria-label={t('inbox.kept.remove', { name })}
          aria-disabled={remove.isPending}
          onClick={() => {
            if (remove.isPending) return;
            remove.mutate(id);
          }}
        >
          <IconX size={20} stroke={1.75} aria-hidden />
        </ActionIcon>
      )}
      {remove.error !== null && <ProblemNotice error={remove.error} />}
    </li>
  );
}
