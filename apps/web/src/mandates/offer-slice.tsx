import { Button, Checkbox, NativeSelect, TextInput } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { answer, api } from '../api/client';
import type { Mandate, NewSlice, Office } from '../api/schemas';
import { useCommand } from '../api/use-command';
import { useWords } from '../shared/language/use-words';
import { Answered } from '../shared/states/answered';
import { ProblemNotice } from '../shared/states/problem-notice';
import { mandateOfficesQuery } from './mandate-queries';

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
        {t('mandates.do.offer')}
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

const digits = (typed: string): string => typed.replaceAll(/\D/g, '');

/** A fresh offer: for as long as the mandate holds, with nothing chosen and nothing given yet. */
const emptyOffer = ({ validFrom, validTo }: Mandate): NewSlice => ({
  kind: 'mandate',
  granteeOfficeId: '',
  territoryCode: '',
  powers: [],
  ceilingFamilies: 0,
  ceilingRupiah: '0',
  validFrom,
  validTo,
});

function OfferForm({ mandate, offices, onClose }: Props & { readonly offices: readonly Office[] }): ReactNode {
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
        label={t('mandates.offerTo')}
        required
        value={slice.granteeOfficeId}
        data={[
          { value: '', label: t('mandates.chooseOffice') },
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
        label={t('mandates.kind')}
        value={slice.kind}
        data={(['mandate', 'delegation', 'assignment'] as const).map((kind) => ({
          value: kind,
          label: codeWord('mandates.of', kind),
        }))}
        onChange={({ currentTarget: { value } }) => {
          change({ kind: value as NewSlice['kind'] });
        }}
      />
      {slice.kind === 'delegation' && (
        <TextInput
          label={t('mandates.letterNumber')}
          required
          maxLength={100}
          value={slice.letterNumber ?? ''}
          onChange={({ currentTarget: { value } }) => {
            change({ letterNumber: value });
          }}
        />
      )}
      <Checkbox.Group
        label={t('mandates.powers')}
        value={slice.powers}
        onChange={(powers) => {
          change({ powers: powers });
        }}
      >
        <div className="row">
          {mandate.powers.map((power) => (
            <Checkbox key={power} value={power} label={codeWord('mandates.power', power)} />
          ))}
        </div>
      </Checkbox.Group>
      <OfferFigures slice={slice} onChange={change} />
      <p className="consequence">
        {t('mandates.consequence.offer')} {t('mandates.left')}:{' '}
        {t('count.families', { families: format.count(mandate.leftFamilies) })} · {format.rupiah(mandate.leftRupiah)}
      </p>
      {offer.error !== null && <ProblemNotice error={offer.error} />}
      <div className="row">
        <Button type="submit" h={44} aria-disabled={offer.isPending}>
          {t('mandates.do.send')}
        </Button>
        <Button variant="default" h={44} onClick={onClose}>
          {t('reveal.cancel')}
        </Button>
      </div>
    </form>
  );
}

interface FiguresProps {
  readonly slice: NewSlice;
  readonly onChange: (more: Partial<NewSlice>) => void;
}

/** Ceiling and days; what was understood of the rupiah stands below the field. */
function OfferFigures({ slice, onChange }: FiguresProps): ReactNode {
  const { t, format } = useWords();
  return (
    <>
      <TextInput
        label={t('mandates.families')}
        inputMode="numeric"
        required
        value={slice.ceilingFamilies === 0 ? '' : String(slice.ceilingFamilies)}
        onChange={({ currentTarget: { value } }) => {
          onChange({ ceilingFamilies: Number(digits(value).slice(0, 8)) });
        }}
      />
      <TextInput
        label={t('mandates.rupiah')}
        description={format.rupiah(slice.ceilingRupiah)}
        inputMode="numeric"
        required
        value={slice.ceilingRupiah === '0' ? '' : slice.ceilingRupiah}
        onChange={({ currentTarget: { value } }) => {
          onChange({ ceilingRupiah: digits(value).slice(0, 17) || '0' });
        }}
      />
      {(['validFrom', 'validTo'] as const).map((field) => (
        <TextInput
          key={field}
          type="date"
          label={t(`mandates.${field}`)}
          required
          value={slice[field]}
          onChange={({ currentTarget: { value } }) => {
            onChange({ [field]: value });
          }}
        />
      ))}
    </>
  );
}
