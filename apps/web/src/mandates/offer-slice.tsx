import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { Mandate } from '../api/schemas';
import { useWords } from '../shared/language/use-words';
import { OpenedForm } from '../shared/look/opened-form';
import { Answered } from '../shared/states/answered';
import { mandateOfficesQuery } from './mandate-queries';
import { OfferForm } from './offer-form';

/** A button that opens the offer of a slice, for who holds the mandate. */
export function OfferSlice({ mandate }: { readonly mandate: Mandate }): ReactNode {
  const { t } = useWords();
  return (
    <OpenedForm name={t('mandates:do.offer')}>{(close) => <Offices mandate={mandate} onClose={close} />}</OpenedForm>
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
