import { Button, Select, TextInput } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useWords } from '../language/use-words';
import './list-tools.css';

interface Choice {
  readonly label: string;
  readonly value: string | undefined;
  readonly offered: readonly { readonly value: string; readonly label: string }[];
  /** Something is always chosen, such as an order. */
  readonly isNeeded?: true;
  readonly onChoose: (value: string | undefined) => void;
}

interface Props {
  /** What may be searched for, in the words of the list. */
  readonly hint: string;
  readonly text: string | undefined;
  readonly onSearch: (text: string | undefined) => void;
  readonly choices: readonly Choice[];
}

/** Search, filters and order above a list; each is part of the address, so that a list can be sent to a colleague. */
export function ListTools({ hint, text = '', onSearch, choices }: Props): ReactNode {
  const { t } = useWords();
  const [written, setWritten] = useState(text);
  return (
    <form
      className="list-tools"
      role="search"
      onSubmit={(submitted) => {
        submitted.preventDefault();
        onSearch(written.trim() || undefined);
      }}
    >
      <TextInput
        type="search"
        label={t('table.search')}
        placeholder={hint}
        maxLength={60}
        value={written}
        onChange={({ currentTarget: { value } }) => {
          setWritten(value);
        }}
      />
      <Button type="submit" variant="default">
        {t('table.search')}
      </Button>
      {choices.map(({ label, value, offered, isNeeded = false, onChoose }) => (
        <Select
          key={label}
          clearable={!isNeeded}
          allowDeselect={!isNeeded}
          label={label}
          placeholder={t('table.any')}
          data={[...offered]}
          value={value ?? null}
          onChange={(chosen) => {
            onChoose(chosen ?? undefined);
          }}
        />
      ))}
    </form>
  );
}
