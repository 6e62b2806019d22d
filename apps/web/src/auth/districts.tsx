import { Select } from '@mantine/core';
import type { ReactNode } from 'react';
import type { DemoAccount } from '../api/schemas';
import { useWords } from '../shared/language/use-words';

interface Props {
  readonly accounts: readonly DemoAccount[];
  readonly onChoose: (username: string) => void;
}

/** The accounts of kecamatan and kelurahan, found by typing. */
export function Districts({ accounts, onChoose }: Props): ReactNode {
  const { t } = useWords();
  const districts = accounts.filter(({ level }) => level === 'kecamatan' || level === 'kelurahan');
  if (districts.length === 0) return null;
  const count = new Map<string, number>();
  for (const { fullName } of districts) count.set(fullName, (count.get(fullName) ?? 0) + 1);
  return (
    <div className="demo-group">
      <span className="demo-group-name">{t('auth:demo.district')}</span>
      <Select
        searchable
        size="md"
        aria-label={t('auth:demo.districtSearch')}
        placeholder={t('auth:demo.districtSearch')}
        nothingFoundMessage={t('auth:demo.districtNone')}
        data={districts.map((account) => ({
          value: account.username,
          label: (count.get(account.fullName) ?? 0) > 1 ? `${account.fullName} (${account.office})` : account.fullName,
        }))}
        onChange={(username) => {
          if (username !== null) onChoose(username);
        }}
      />
    </div>
  );
}
