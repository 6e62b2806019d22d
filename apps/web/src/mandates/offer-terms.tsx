import { Checkbox, NativeSelect, TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Mandate, NewSlice, Office } from '../api/schemas';
import { useWords } from '../shared/language/use-words';

interface FieldProps {
  readonly slice: NewSlice;
  readonly onChange: (more: Partial<NewSlice>) => void;
}

interface Props extends FieldProps {
  readonly powers: Mandate['powers'];
  readonly offices: readonly Office[];
}

/** To whom, in which form, and with which of the powers that are held. */
export function OfferTerms({ slice, powers, offices, onChange }: Props): ReactNode {
  const { t, codeWord } = useWords();
  return (
    <>
      <NativeSelect
        label={t('mandates:offerTo')}
        required
        value={slice.granteeOfficeId}
        data={[
          { value: '', label: t('mandates:chooseOffice') },
          ...offices.map(({ id, name }) => ({ value: id, label: name })),
        ]}
        onChange={({ currentTarget: { value } }) => {
          const territoryCode = offices.find(({ id }) => id === value)?.territoryCode ?? '';
          onChange({ granteeOfficeId: value, territoryCode });
        }}
      />
      <FormOfPower slice={slice} onChange={onChange} />
      <Checkbox.Group
        label={t('mandates:powers')}
        value={slice.powers}
        onChange={(chosen) => {
          onChange({ powers: chosen });
        }}
      >
        <div className="row">
          {powers.map((power) => (
            <Checkbox key={power} value={power} label={codeWord('mandates:power', power)} />
          ))}
        </div>
      </Checkbox.Group>
    </>
  );
}

/** Mandate, delegation or assignment; a delegation needs the letter that it stands on. */
function FormOfPower({ slice, onChange }: FieldProps): ReactNode {
  const { t, codeWord } = useWords();
  return (
    <>
      <NativeSelect
        label={t('mandates:kind')}
        value={slice.kind}
        data={(['mandate', 'delegation', 'assignment'] as const).map((kind) => ({
          value: kind,
          label: codeWord('mandates:of', kind),
        }))}
        onChange={({ currentTarget: { value } }) => {
          onChange({ kind: value as NewSlice['kind'] });
        }}
      />
      {slice.kind === 'delegation' && (
        <TextInput
          label={t('mandates:letterNumber')}
          required
          maxLength={100}
          value={slice.letterNumber ?? ''}
          onChange={({ currentTarget: { value } }) => {
            onChange({ letterNumber: value });
          }}
        />
      )}
    </>
  );
}
