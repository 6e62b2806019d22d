import { Button, TextInput } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useWords } from '../../shared/language/use-words';
import { ProblemNotice } from '../../shared/states/problem-notice';

interface Props {
  readonly error: Error | null;
  readonly onSubmit: (purpose: string) => void;
  readonly onCancel: () => void;
}

const SHORTEST = 5;

export function PurposeForm({ error, onSubmit, onCancel }: Props): ReactNode {
  const { t } = useWords();
  const [purpose, setPurpose] = useState('');
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault();
        onSubmit(purpose.trim());
      }}
    >
      <TextInput
        data-autofocus
        label={t('reveal.purpose')}
        description={t('reveal.recorded')}
        minLength={SHORTEST}
        maxLength={200}
        required
        value={purpose}
        onChange={(event) => {
          setPurpose(event.currentTarget.value);
        }}
      />
      {error !== null && <ProblemNotice error={error} />}
      <div className="row">
        <Button type="submit">{t('reveal.show')}</Button>
        <Button variant="default" onClick={onCancel}>
          {t('reveal.cancel')}
        </Button>
      </div>
    </form>
  );
}
