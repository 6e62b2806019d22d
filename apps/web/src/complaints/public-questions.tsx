import { Button, FileInput, Select, Textarea, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import type { PublicComplaint } from '../api/schemas';
import { useWords } from '../shared/language/use-words';
import { Choose } from './choose';
import { KINDS } from './complaint-words';
import { citiesQuery, MOST_PHOTO_BYTES } from './public-queries';

export interface Answers {
  readonly kind: PublicComplaint['kind'];
  readonly cityCode: string;
  readonly text: string;
  readonly phone: string;
  readonly nik: string;
  readonly photo: File | null;
}
export const NO_ANSWERS: Answers = { kind: 'not_received', cityCode: '', text: '', phone: '', nik: '', photo: null };

interface Props {
  readonly answers: Answers;
  readonly onChange: (answers: Answers) => void;
  readonly onDone: () => void;
}

/** Six questions, of which three must be answered. */
export function Questions({ answers, onChange, onDone }: Props): ReactNode {
  const { t } = useWords();
  const { data: cities = [] } = useQuery(citiesQuery);
  const [isPhotoRefused, setPhotoRefused] = useState(false);
  return (
    <form
      className="stack panel"
      onSubmit={(event) => {
        event.preventDefault();
        onDone();
      }}
    >
      <p>{t('complaints:public.about')}</p>
      <Choose
        label={t('complaints:public.kind')}
        of={KINDS}
        nameOf={(one) => t(`complaints:kindIs.${one}`)}
        value={answers.kind}
        onChange={(kind) => {
          onChange({ ...answers, kind });
        }}
      />
      <Select
        label={t('complaints:public.city')}
        searchable
        required
        nothingFoundMessage={t('complaints:public.noCity')}
        data={cities.map(({ code, name }) => ({ value: code, label: name }))}
        value={answers.cityCode === '' ? null : answers.cityCode}
        onChange={(code) => {
          onChange({ ...answers, cityCode: code ?? '' });
        }}
      />
      <Textarea
        label={t('complaints:public.text')}
        description={t('complaints:public.textHint')}
        autosize
        required
        minRows={4}
        minLength={10}
        maxLength={4000}
        value={answers.text}
        onChange={({ currentTarget: { value } }) => {
          onChange({ ...answers, text: value });
        }}
      />
      {(['phone', 'nik'] as const).map((field) => (
        <TextInput
          key={field}
          label={t(`complaints:public.${field}`)}
          description={t(`complaints:public.${field}Hint`)}
          inputMode="tel"
          autoComplete={field === 'phone' ? 'tel' : 'off'}
          value={answers[field]}
          onChange={({ currentTarget: { value } }) => {
            onChange({ ...answers, [field]: value });
          }}
        />
      ))}
      <FileInput
        label={t('complaints:public.photo')}
        description={t('complaints:public.photoHint')}
        error={isPhotoRefused ? t('complaints:public.photoRefused') : undefined}
        accept="image/png,image/jpeg"
        clearable
        clearButtonProps={{ 'aria-label': t('complaints:public.photoClear') }}
        value={answers.photo}
        onChange={(photo) => {
          const isFit = photo === null || (photo.size <= MOST_PHOTO_BYTES && /^image\/(png|jpeg)$/.test(photo.type));
          setPhotoRefused(!isFit);
          onChange({ ...answers, photo: isFit ? photo : null });
        }}
      />
      <Button type="submit" size="md">
        {t('complaints:public.check')}
      </Button>
    </form>
  );
}
