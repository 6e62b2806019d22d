import { Button, MultiSelect, NativeSelect, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useWords } from '../shared/language/use-words';
import { approversQuery, type Group, type Role } from './approval-queries';
import { DECIDING } from './offices';

const MODES = ['any', 'all', 'count', 'percent'] as const;
const isMeasured = (mode: Group['mode']): boolean => mode === 'count' || mode === 'percent';

interface Props {
  readonly group: Group;
  readonly territoryCode: string;
  readonly onChange: (group: Group) => void;
  readonly onRemove: (() => void) | undefined;
}

/** One office's part: which office, how many of it, and who by name. */
export function GroupFields({ group, territoryCode, onChange, onRemove }: Props): ReactNode {
  const { t } = useWords();
  const office = t(`common:role.${group.role}`);
  return (
    <div className="stack" role="group" aria-label={office}>
      <div className="row">
        <NativeSelect
          label={t('approvals:office')}
          value={group.role}
          data={DECIDING.map((role) => ({ value: role, label: t(`common:role.${role}`) }))}
          onChange={({ currentTarget: { value } }) => {
            onChange({ role: value as Role, mode: group.mode, ...valueOf(group.mode, group) });
          }}
        />
        <NativeSelect
          label={t('approvals:howMany')}
          value={group.mode}
          data={MODES.map((mode) => ({ value: mode, label: t(`approvals:modeName.${mode}`) }))}
          onChange={({ currentTarget: { value } }) => {
            const mode = value as Group['mode'];
            const { requiredOfficerIds } = group;
            onChange({
              role: group.role,
              mode,
              ...valueOf(mode, group),
              ...(requiredOfficerIds && { requiredOfficerIds }),
            });
          }}
        />
        {isMeasured(group.mode) && (
          <TextInput
            label={t(group.mode === 'count' ? 'approvals:officers' : 'approvals:percent')}
            inputMode="numeric"
            required
            w={120}
            value={group.value === undefined ? '' : String(group.value)}
            onChange={({ currentTarget: { value } }) => {
              onChange({ ...group, value: Number(value.replaceAll(/\D/g, '').slice(0, 3)) || 1 });
            }}
          />
        )}
      </div>
      <RequiredOfficers group={group} territoryCode={territoryCode} onChange={onChange} />
      {onRemove !== undefined && (
        <div className="row">
          <Button variant="default" h={44} onClick={onRemove}>
            {t('approvals:removeOffice', { office })}
          </Button>
        </div>
      )}
    </div>
  );
}

const valueOf = (mode: Group['mode'], { value }: Group): Pick<Group, 'value'> =>
  isMeasured(mode) ? { value: value ?? 2 } : {};

/** Without these officers the office is not done. */
function RequiredOfficers({ group, territoryCode, onChange }: Omit<Props, 'onRemove'>): ReactNode {
  const { t } = useWords();
  const { data: officers = [] } = useQuery(approversQuery(group.role, territoryCode));
  return (
    <MultiSelect
      label={t('approvals:required')}
      placeholder={officers.length === 0 ? t('approvals:nobody') : ''}
      data={officers.map(({ officerId, fullName }) => ({ value: officerId, label: fullName }))}
      value={group.requiredOfficerIds ?? []}
      onChange={(requiredOfficerIds) => {
        const { requiredOfficerIds: _, ...rest } = group;
        onChange(requiredOfficerIds.length === 0 ? rest : { ...rest, requiredOfficerIds });
      }}
    />
  );
}
