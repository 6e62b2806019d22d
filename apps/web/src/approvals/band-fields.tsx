import { Button, TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import { useWords } from '../shared/language/use-words';
import type { Band } from './approval-queries';
import { GroupFields } from './group-fields';
import { DECIDING } from './offices';

interface Props {
  readonly band: Band;
  readonly isFirst: boolean;
  readonly territoryCode: string;
  readonly onChange: (band: Band) => void;
  readonly onRemove: () => void;
}

/** From which amount on, and which offices approve beside each other. */
export function BandFields({ band, isFirst, territoryCode, onChange, onRemove }: Props): ReactNode {
  const { t, format } = useWords();
  const free = DECIDING.find((role) => !band.groups.some((group) => group.role === role));
  return (
    <fieldset className="panel stack">
      <legend>{t('approvals:from', { amount: format.rupiah(band.fromRupiah) })}</legend>
      {!isFirst && (
        <TextInput
          label={t('approvals:fromLabel')}
          description={format.rupiah(band.fromRupiah)}
          inputMode="numeric"
          required
          value={band.fromRupiah}
          onChange={({ currentTarget: { value } }) => {
            onChange({ ...band, fromRupiah: value.replaceAll(/\D/g, '').slice(0, 17) || '0' });
          }}
        />
      )}
      {band.groups.map((group, at) => (
        <GroupFields
          key={at}
          group={group}
          territoryCode={territoryCode}
          onChange={(changed) => {
            onChange({ ...band, groups: band.groups.with(at, changed) });
          }}
          onRemove={
            band.groups.length === 1
              ? undefined
              : () => {
                  onChange({ ...band, groups: band.groups.filter((_group, other) => other !== at) });
                }
          }
        />
      ))}
      <div className="row">
        {free !== undefined && (
          <Button
            variant="default"
            h={44}
            onClick={() => {
              onChange({ ...band, groups: [...band.groups, { role: free, mode: 'any' }] });
            }}
          >
            {t('approvals:addOffice')}
          </Button>
        )}
        {!isFirst && (
          <Button variant="default" h={44} onClick={onRemove}>
            {t('approvals:removeBand')}
          </Button>
        )}
      </div>
    </fieldset>
  );
}
