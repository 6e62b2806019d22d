import { Checkbox, NativeSelect, TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { answer, api } from '../api/client';
import type { Mandate, NewSlice, Office } from '../api/schemas';
import { useCommand } from '../api/use-command';
import { useWords } from '../shared/language/use-words';
import { OfferFigures } from './offer-figures';
import { FormEnd } from '../shared/look/form-end';

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
  const { t, format, codeWord } = useWords();
  const queryClient = useQueryClient();
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
  return (
    <form
      className="panel stack"
      onSubmit={(submitted) => {
        submitted.preventDefault();
        offer.mutate(slice, {
          onSuccess: () => {
            onClose();
            void queryClient.invalidateQueries();
          },
        });
      }}
    >
      <NativeSelect
        label={t('mandates:offerTo')}
        required
        value={slice.granteeOfficeId}
        data={[
          { value: '', label: t('mandates:chooseOffice') },
          ...offices.map(({ id, name }) => ({ value: id, label: name })),
        ]}
        onChange={({ currentTarget: { value } }) => {
          change({
            granteeOfficeId: value,
            territoryCode: offices.find(({ id }) => id === value)?.territoryCode ?? '',
          });
        }}
      />
      <NativeSelect
        label={t('mandates:kind')}
        value={slice.kind}
        data={(['mandate', 'delegation', 'assignment'] as const).map((kind) => ({
          value: kind,
          label: codeWord('mandates:of', kind),
        }))}
        onChange={({ currentTarget: { value } }) => {
          change({ kind: value as NewSlice['kind'] });
        }}
      />
      {slice.kind === 'delegation' && (
        <TextInput
          label={t('mandates:letterNumber')}
          required
          maxLength={100}
          value={slice.letterNumber ?? ''}
          onChange={({ currentTarget: { value } }) => {
            change({ letterNumber: value });
          }}
        />
      )}
      <Checkbox.Group
        label={t('mandates:powers')}
        value={slice.powers}
        onChange={(powers) => {
          change({ powers: powers });
        }}
      >
        <div className="row">
          {mandate.powers.map((power) => (
            <Checkbox key={power} value={power} label={codeWord('mandates:power', power)} />
          ))}
        </div>
      </Checkbox.Group>
      <OfferFigures slice={slice} rupiahPerFamily={perFamily(mandate)} onChange={change} />
      <p className="consequence">
        {t('mandates:consequence.offer')} {t('mandates:left')}:{' '}
        {t('count.families', { families: format.count(mandate.leftFamilies) })} · {format.rupiah(mandate.leftRupiah)}
      </p>
      <FormEnd send={t('mandates:do.send')} command={offer} onClose={onClose} />
    </form>
  );
}
