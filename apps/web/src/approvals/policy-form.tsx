import { Button, MultiSelect, NativeSelect, TextInput } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { answer, api } from '../api/client';
import type { ApprovalPolicies, ApprovalPolicy, SaveApprovalPolicy } from '../api/schemas';
import { useCommand } from '../api/use-command';
import { CommandForm } from '../shared/look/command-form';
import { useWords } from '../shared/language/use-words';
import { kindTitle } from '../tasks/task-title';
import type { ApprovableKind } from './approval-queries';
import { BandFields } from './band-fields';
import { OBSERVING } from './offices';

interface Props {
  readonly kinds: ApprovalPolicies['kinds'];
  readonly policy?: ApprovalPolicy;
  readonly onClose: () => void;
}

/** Writes a policy, with what it changes beside the button. Open tasks keep what was asked when they were opened. */
export function PolicyForm({ kinds, policy, onClose }: Props): ReactNode {
  const { t } = useWords();
  const [command, setCommand] = useState<SaveApprovalPolicy>(() => lifeCommandOf(kinds, policy));
  const change = (more: Partial<SaveApprovalPolicy>): void => {
    setCommand({ ...command, ...more });
  };
  const save = useCommand((body: SaveApprovalPolicy, key) =>
    answer(api.POST('/api/v1/approval-policies', { params: { header: { 'Idempotency-Key': key } }, body })),
  );
  const last = command.bands.at(-1);
  return (
    <CommandForm
      send={t('approvals:save')}
      command={save}
      consequence={t('approvals:consequence')}
      onSubmit={() => {
        save.mutate(command, {
          onSuccess: onClose,
        });
      }}
      onClose={onClose}
    >
      {policy === undefined && <WhereFields kinds={kinds} command={command} onChange={change} />}
      {command.bands.map((band, at) => (
        <BandFields
          key={at}
          band={band}
          isFirst={at === 0}
          territoryCode={command.territoryCode}
          onChange={(changed) => {
            change({ bands: command.bands.with(at, changed) });
          }}
          onRemove={() => {
            change({ bands: command.bands.filter((_band, other) => other !== at) });
          }}
        />
      ))}
      <div className="row">
        <Button
          variant="default"
          h={44}
          onClick={() => {
            const fromRupiah = (BigInt(last?.fromRupiah ?? '0') + 1_000_000_000n).toString();
            change({ bands: [...command.bands, { fromRupiah, groups: last?.groups ?? [] }] });
          }}
        >
          {t('approvals:addBand')}
        </Button>
      </div>
      <MultiSelect
        label={t('approvals:observers')}
        description={t('approvals:observersHint')}
        data={OBSERVING.map((role) => ({ value: role, label: t(`common:role.${role}`) }))}
        value={command.observers}
        onChange={(observers) => {
          change({ observers });
        }}
      />
    </CommandForm>
  );
}

interface WhereProps {
  readonly kinds: ApprovalPolicies['kinds'];
  readonly command: SaveApprovalPolicy;
  readonly onChange: (more: Partial<SaveApprovalPolicy>) => void;
}

function WhereFields({ kinds, command, onChange }: WhereProps): ReactNode {
  const { t } = useWords();
  return (
    <>
      <NativeSelect
        label={t('approvals:kind')}
        value={command.kind}
        data={kinds.map(({ kind }) => ({ value: kind, label: kindTitle(t, kind) }))}
        onChange={({ currentTarget: { value } }) => {
          onChange(startOf(kinds, value as ApprovableKind));
        }}
      />
      <TextInput
        label={t('approvals:territory')}
        description={t('approvals:territoryHint')}
        required
        maxLength={13}
        value={command.territoryCode}
        onChange={({ currentTarget: { value } }) => {
          onChange({ territoryCode: value.trim() });
        }}
      />
    </>
  );
}

/** The law's office alone, which a policy adds to. */
function startOf(kinds: ApprovalPolicies['kinds'], kind: ApprovableKind): Pick<SaveApprovalPolicy, 'kind' | 'bands'> {
  const role = kinds.find((one) => one.kind === kind)?.role ?? 'kpa';
  return { kind, bands: [{ fromRupiah: '0', groups: [{ role, mode: 'any' }] }] };
}

function lifeCommandOf(kinds: ApprovalPolicies['kinds'], policy: ApprovalPolicy | undefined): SaveApprovalPolicy {
  if (policy === undefined) {
    const first = kinds[0]?.kind ?? 'closing.ratify';
    return { ...startOf(kinds, first), territoryCode: 'ID', seenVersion: 0, observers: [] };
  }
  const { kind, territoryCode, version, bands, observers } = policy;
  return { kind, territoryCode, seenVersion: version, bands, observers };
}
