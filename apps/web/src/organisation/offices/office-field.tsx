import { Select } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useWords } from '../../shared/language/use-words';
import { officeChoiceQuery } from '../organisation-queries';

const TYPING_MS = 250;

interface Props {
  readonly value: string;
  readonly error: string | undefined;
  readonly onChange: (officeId: string) => void;
}

/** An office by its name: the server looks for it, because a province has thousands. */
export function OfficeField({ value, error, onChange }: Props): ReactNode {
  const { t } = useWords();
  const [typed, setTyped] = useState('');
  const [search] = useDebouncedValue(typed.trim(), TYPING_MS);
  const { data } = useQuery(officeChoiceQuery(search));
  return (
    <Select
      searchable
      required
      label={t('organisation:appoint.office')}
      description={t('organisation:appoint.officeHint')}
      nothingFoundMessage={t('organisation:office.none')}
      data={(data?.rows ?? []).map(({ id, name }) => ({ value: id, label: name }))}
      filter={({ options }) => options}
      value={value === '' ? null : value}
      error={error}
      onSearchChange={setTyped}
      onChange={(chosen) => {
        onChange(chosen ?? '');
      }}
    />
  );
}
