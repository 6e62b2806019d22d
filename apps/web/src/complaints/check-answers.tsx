import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useWords } from '../shared/language/use-words';
import { Facts } from '../shared/look/facts';
import type { Answers } from './public-questions';
import { citiesQuery } from './public-queries';

interface Props {
  readonly answers: Answers;
  readonly isBusy: boolean;
  readonly onBack: () => void;
  readonly onSend: () => void;
}

/** What will be sent, to be read once more before it is. */
export function CheckAnswers({ answers, isBusy, onBack, onSend }: Props): ReactNode {
  const { t } = useWords();
  const { data: cities = [] } = useQuery(citiesQuery);
  const { kind, cityCode, text, phone, nik, photo } = answers;
  const orNone = (value: string): string => (value.trim() === '' ? t('complaints:public.left') : value);
  return (
    <>
      <h2>{t('complaints:public.checkTitle')}</h2>
      <Facts
        facts={[
          [t('complaints:public.kind'), t(`complaints:kindIs.${kind}`)],
          [t('complaints:public.city'), cities.find(({ code }) => code === cityCode)?.name ?? cityCode],
          [t('complaints:public.text'), text],
          [t('complaints:public.phone'), orNone(phone)],
          [t('complaints:public.nik'), orNone(nik)],
          [t('complaints:public.photo'), photo?.name ?? t('complaints:public.left')],
        ]}
      />
      <div className="row">
        <Button
          size="md"
          aria-disabled={isBusy}
          onClick={() => {
            if (!isBusy) onSend();
          }}
        >
          {t('complaints:public.send')}
        </Button>
        <Button size="md" variant="default" onClick={onBack}>
          {t('complaints:public.back')}
        </Button>
      </div>
    </>
  );
}
