import { NumberInput, TextInput } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import type { AlertRule, NewAlertRule } from '../../api/schemas';
import { useCommand } from '../../api/use-command';
import { useMe } from '../../auth/session';
import { useWords } from '../../shared/language/use-words';
import { Choice } from '../../shared/look/choice';
import { CommandForm } from '../../shared/look/command-form';
import { announce } from '../../shared/states/live-region';
import { saveAlertRule } from './alert-queries';

const KINDS = ['not_transacted', 'old_breaks', 'late_desks'] as const;
const LEVELS = ['city', 'kecamatan', 'kelurahan'] as const;
const ROLES = [
  ...(['programme_officer', 'province_observer', 'dinsos_operator', 'dinsos_head', 'mayor'] as const),
  ...(['camat', 'tksk', 'lurah'] as const),
];
const USUAL = { not_transacted: 10, old_breaks: 14, late_desks: 1 };
const DAYS_LEFT = 30;

interface Props {
  readonly rule?: AlertRule;
  readonly onClose: () => void;
}

/** A rule, made or changed; a changed one takes the place of the old. */
export function AlertRuleForm({ rule, onClose }: Props): ReactNode {
  const { t } = useWords();
  const me = useMe();
  const home = me.appointments[0]?.territoryCode ?? 'ID';
  const [written, setWritten] = useState<NewAlertRule>(() => (rule === undefined ? newRule(home) : ruleOf(rule)));
  const command = useCommand(saveAlertRule(rule?.id));
  const set = (more: Partial<NewAlertRule>): void => {
    setWritten({ ...written, ...more });
  };
  const { kind, territoryCode, level, limit, daysLeft, role } = written;
  return (
    <CommandForm
      send={t('reporting:alerts.save')}
      command={command}
      consequence={t('reporting:alerts.consequence')}
      onSubmit={() => {
        command.mutate(written, {
          onSuccess: () => {
            announce(t('reporting:alerts.saved'));
            onClose();
          },
        });
      }}
      onClose={onClose}
    >
      <Choice
        label={t('reporting:alerts.kind')}
        offered={KINDS.map((one) => [one, t(`reporting:alerts.kindIs.${one}`)])}
        value={kind}
        onChoose={(value) => {
          const chosen = KINDS.find((one) => one === value) ?? kind;
          set({ kind: chosen, limit: USUAL[chosen], daysLeft: chosen === 'not_transacted' ? DAYS_LEFT : null });
        }}
      />
      <TextInput
        label={t('reporting:alerts.code')}
        description={t('reporting:alerts.codeHint')}
        required
        value={territoryCode}
        onChange={({ currentTarget: { value } }) => {
          set({ territoryCode: value.trim() });
        }}
      />
      <Choice
        label={t('reporting:alerts.each')}
        offered={LEVELS.map((one) => [one, t(`reporting:alerts.levelIs.${one}`)])}
        value={level}
        onChoose={(value) => {
          set({ level: LEVELS.find((one) => one === value) ?? level });
        }}
      />
      <NumberInput
        label={t(`reporting:alerts.limitLabel.${kind}`)}
        required
        min={1}
        max={1000}
        allowDecimal={false}
        value={limit}
        onChange={(value) => {
          set({ limit: Number(value) });
        }}
      />
      {daysLeft !== null && (
        <NumberInput
          label={t('reporting:alerts.daysLeft')}
          required
          min={1}
          max={180}
          allowDecimal={false}
          value={daysLeft}
          onChange={(value) => {
            set({ daysLeft: Number(value) });
          }}
        />
      )}
      <Choice
        label={t('reporting:alerts.role')}
        offered={ROLES.map((one) => [one, t(`common:role.${one}`)])}
        value={role}
        onChoose={(value) => {
          set({ role: ROLES.find((one) => one === value) ?? role });
        }}
      />
    </CommandForm>
  );
}

const newRule = (territoryCode: string): NewAlertRule => ({
  ...{ kind: 'not_transacted', territoryCode, limit: USUAL.not_transacted, daysLeft: DAYS_LEFT },
  ...(territoryCode.length < 5 ? { level: 'city' } : { level: 'kelurahan' }),
  role: 'dinsos_head',
});

const ruleOf = ({ kind, territoryCode, level, limit, daysLeft, role }: AlertRule): NewAlertRule => ({
  ...{ kind, territoryCode, level, limit, daysLeft, role },
});
