import { Button, Select, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useWords } from '../shared/language/use-words';
import { placesQuery, type Wanted } from './search-queries';

interface Props {
  readonly wanted: Wanted;
  readonly onSearch: (wanted: Omit<Wanted, 'at'>) => void;
}

const SHORTEST_PURPOSE = 5;

/** One field for whatever is known of a family. What for is asked once a session and goes with every search of it. */
export function SearchForm({ wanted, onSearch }: Props): ReactNode {
  const { t } = useWords();
  const [text, setText] = useState(wanted.text);
  const [place, setPlace] = useState(wanted.kelurahanCode);
  const [purpose, setPurpose] = useState(wanted.purpose);
  const [isAsking, setAsking] = useState(wanted.purpose === '');
  const { data: places = [] } = useQuery(placesQuery);
  return (
    <form
      className="panel stack"
      role="search"
      onSubmit={(submitted) => {
        submitted.preventDefault();
        setAsking(false);
        onSearch({ text, kelurahanCode: place, purpose: purpose.trim() });
      }}
    >
      {isAsking ? (
        <TextInput
          label={t('families:search.purpose')}
          description={t('families:search.recorded')}
          minLength={SHORTEST_PURPOSE}
          maxLength={200}
          required
          value={purpose}
          onChange={({ currentTarget: { value } }) => {
            setPurpose(value);
          }}
        />
      ) : (
        <p className="row">
          <span>{t('families:search.for', { purpose })}</span>
          <Button
            variant="subtle"
            size="compact-sm"
            onClick={() => {
              setAsking(true);
            }}
          >
            {t('families:search.otherPurpose')}
          </Button>
        </p>
      )}
      <TextInput
        label={t('families:search.text')}
        description={t('families:search.hint')}
        autoComplete="off"
        spellCheck={false}
        maxLength={200}
        value={text}
        onChange={({ currentTarget: { value } }) => {
          setText(value);
        }}
      />
      {places.length > 1 && (
        <Select
          clearable
          searchable
          label={t('families:search.place')}
          placeholder={t('families:search.everywhere')}
          value={place}
          data={places.map(({ code, name }) => ({ value: code, label: name }))}
          onChange={setPlace}
        />
      )}
      <div className="row">
        <Button type="submit" h={44}>
          {t('families:search.find')}
        </Button>
      </div>
    </form>
  );
}
