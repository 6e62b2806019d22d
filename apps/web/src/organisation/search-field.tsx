import { Button, TextInput } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useWords } from '../shared/language/use-words';

interface Props {
  readonly label: string;
  readonly value: string | undefined;
  readonly onSearch: (search: string | undefined) => void;
}

/** Looks for a part of a name when it is sent, so that an address is not written with every letter. */
export function SearchField({ label, value, onSearch }: Props): ReactNode {
  const { t } = useWords();
  const [text, setText] = useState(value ?? '');
  return (
    <form
      role="search"
      className="row"
      onSubmit={(submitted) => {
        submitted.preventDefault();
        onSearch(text.trim() === '' ? undefined : text.trim());
      }}
    >
      <TextInput
        type="search"
        aria-label={label}
        placeholder={label}
        maxLength={100}
        value={text}
        onChange={({ currentTarget: { value: typed } }) => {
          setText(typed);
        }}
      />
      <Button type="submit" variant="default">
        {t('organisation:search')}
      </Button>
    </form>
  );
}
