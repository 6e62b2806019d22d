import { Button, Select, TextInput } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useWords } from '../language/use-words';

interface Choice {
  readonly label: string;
  readonly value: string | undefined;
  readonly offered: readonly { readonly value: string; readonly label: string }[];
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
      className="row"
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
      {choices.map(({ label, value, offered, onChoose }) => (
        <Select
          key={label}
          clearable
          w={200}
          label={label}
          placeholder={t('table.any')}
          data={[...offered]}
          value={value ?? null}
          onChange={(chosen) => {
            onChoose(chosen ?? undefined);
          }}
        />
      ))}
      <Button type="submit" variant="default" className="list-tools-go">
        {t('table.search')}
      </Button>
    </form>
  );
}
