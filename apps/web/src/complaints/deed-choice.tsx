import type { ReactNode } from 'react';
import type { ComplaintAnswer, ComplaintDetails } from '../api/schemas';
import { ChangedValue, givenOf } from '../families/changes/changed-value';
import { useWords } from '../shared/language/use-words';
import { Choose } from './choose';

const FIELDS = ['name', 'address', 'phone', 'head'] as const;
const DEEDS = ['none', 'record', 'payment'] as const;

/** What an answer may set going, while it is typed. */
export interface ChosenDeed {
  readonly kind: (typeof DEEDS)[number];
  readonly field: (typeof FIELDS)[number];
  readonly value: Extract<NonNullable<ComplaintAnswer['deed']>, { kind: 'record' }>['value'];
  readonly entitlementId: string;
}

export const NO_DEED: ChosenDeed = { kind: 'none', field: 'address', value: {}, entitlementId: '' };

const payable = ({ payments }: ComplaintDetails) => payments.filter(({ mayDeny }) => mayDeny);

/** Whether the answer to this complaint may set anything going: it is about a family, and not for few eyes. */
export const mayAct = ({ familyCode, isRestricted, state }: ComplaintDetails, outcome: string): boolean =>
  familyCode !== null && !isRestricted && state !== 'appealed' && ['granted', 'partly'].includes(outcome);

/** As the answer is sent. */
export function deedOf(
  { kind, field, value, entitlementId }: ChosenDeed,
  complaint: ComplaintDetails,
): ComplaintAnswer['deed'] {
  if (kind === 'record') return { kind, field, value: givenOf(field, value) };
  if (kind === 'none') return undefined;
  return { kind, entitlementId: entitlementId === '' ? (payable(complaint)[0]?.entitlementId ?? '') : entitlementId };
}

interface Props {
  readonly complaint: ComplaintDetails;
  readonly deed: ChosenDeed;
  readonly onChange: (deed: ChosenDeed) => void;
}

/** What the answer does at once, beside saying so. */
export function DeedChoice({ complaint, deed, onChange }: Props): ReactNode {
  const { t, format } = useWords();
  const payments = payable(complaint);
  const wordsOf = (id: string): string => {
    const found = payments.find(({ entitlementId }) => entitlementId === id);
    if (found === undefined) return id;
    const { periodCode: period, amountRupiah, state } = found;
    return t('complaints:paymentIs', { period, amount: format.rupiah(amountRupiah), state: t(`entitlement.${state}`) });
  };
  return (
    <>
      <Choose
        label={t('complaints:deed')}
        of={DEEDS.filter((one) => one !== 'payment' || payments.length > 0)}
        nameOf={(one) => t(`complaints:deedIs.${one}`)}
        value={deed.kind}
        onChange={(kind) => {
          onChange({ ...deed, kind });
        }}
      />
      {deed.kind === 'record' && (
        <>
          <Choose
            label={t('families:change.field')}
            of={FIELDS}
            nameOf={(one) => t(`families:change.fieldIs.${one}`)}
            value={deed.field}
            onChange={(field) => {
              onChange({ ...deed, field });
            }}
          />
          <ChangedValue
            field={deed.field}
            value={deed.value}
            onChange={(value) => {
              onChange({ ...deed, value });
            }}
          />
        </>
      )}
      {deed.kind === 'payment' && (
        <Choose
          label={t('complaints:payment')}
          of={payments.map(({ entitlementId }) => entitlementId)}
          nameOf={wordsOf}
          value={deed.entitlementId === '' ? (payments[0]?.entitlementId ?? '') : deed.entitlementId}
          onChange={(entitlementId) => {
            onChange({ ...deed, entitlementId });
          }}
        />
      )}
      {deed.kind !== 'none' && <p className="small-print">{t(`complaints:deedHint.${deed.kind}`)}</p>}
    </>
  );
}
