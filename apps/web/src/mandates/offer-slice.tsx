import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import type { Mandate } from '../api/schemas';
import { useWords } from '../shared/language/use-words';
import { Answered } from '../shared/states/answered';
import { mandateOfficesQuery } from './mandate-queries';
import { OfferForm } from './offer-form';

/** A button that opens the offer of a slice, for who holds the mandate. */
export function OfferSlice({ mandate }: { readonly mandate: Mandate }): ReactNode {
  const { t } = useWords();
  const [isOpen, setOpen] = useState(false);
  const close = (): void => {
    setOpen(false);
  };
  if (isOpen) return <Offices mandate={mandate} onClose={close} />;
  return (
    <div className="row">
      <Button
        variant="default"
        h={44}
        onClick={() => {
          setOpen(true);
        }}
      >
        {t('mandates:do.offer')}
      </Button>
    </div>
  );
}

interface Props {
  readonly mandate: Mandate;
  readonly onClose: () => void;
}

function Offices({ mandate, onClose }: Props): ReactNode {
  const query = useQuery(mandateOfficesQuery(mandate.id));
  return (
    <Answered query={query} rows={4}>
      {(offices) => <OfferForm mandate={mandate} offices={offices} onClose={onClose} />}
    </Answered>
  );
}
