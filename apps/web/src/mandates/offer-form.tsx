import { type ReactNode, useState } from 'react';
import { answer, api } from '../api/client';
import type { Mandate, NewSlice, Office } from '../api/schemas';
import { useCommand } from '../api/use-command';
import { useWords } from '../shared/language/use-words';
import { OfferFigures } from './offer-figures';
import { OfferTerms } from './offer-terms';
import { CommandForm } from '../shared/look/command-form';

interface Props {
  readonly mandate: Mandate;
  readonly offices: readonly Office[];
  readonly onClose: () => void;
}

/** A fresh offer: every power, for as long as the mandate holds; to nobody and of nothing yet. */
const emptyOffer = ({ powers, validFrom, validTo }: Mandate): NewSlice => ({
  kind: 'mandate',
  granteeOfficeId: '',
  territoryCode: '',
  powers,
  ceilingFamilies: 0,
  ceilingRupiah: '0',
  validFrom,
  validTo,
});

/** What the mandate reckons for a family; a slice of so many families takes so much. */
const perFamily = ({ ceilingFamilies, ceilingRupiah }: Mandate): bigint =>
  ceilingFamilies === 0 ? 0n : BigInt(ceilingRupiah) / BigInt(ceilingFamilies);

/** What is offered to whom; every refusal of the ledger stands above the buttons. */
export function OfferForm({ mandate, offices, onClose }: Props): ReactNode {
  const { t, format } = useWords();
  const [slice, setSlice] = useState(emptyOffer(mandate));
  const change = (more: Partial<NewSlice>): void => {
    setSlice({ ...slice, ...more });
  };
  const offer = useCommand((body: NewSlice, key) =>
    answer(
      api.POST('/api/v1/mandates/{mandateId}/slices', {
        params: { path: { mandateId: mandate.id }, header: { 'Idempotency-Key': key } },
        body,
      }),
    ),
  );
  const families = t('count.families', { families: format.count(mandate.leftFamilies) });
  return (
    <CommandForm
      send={t('mandates:do.send')}
      command={offer}
      consequence={`${t('mandates:consequence.offer')} ${t('mandates:left')}: ${families} · ${format.rupiah(mandate.leftRupiah)}`}
      onSubmit={() => {
        offer.mutate(slice, { onSuccess: onClose });
      }}
      onClose={onClose}
    >
      <OfferTerms slice={slice} powers={mandate.powers} offices={offices} onChange={change} />
      <OfferFigures slice={slice} rupiahPerFamily={perFamily(mandate)} onChange={change} />
    </CommandForm>
  );
}
