import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { AlertRule } from '../../api/schemas';
import { useCommand } from '../../api/use-command';
import { may, useMe } from '../../auth/session';
import { useWords } from '../../shared/language/use-words';
import { CommandForm } from '../../shared/look/command-form';
import { OpenedForm } from '../../shared/look/opened-form';
import { Answered } from '../../shared/states/answered';
import { Empty } from '../../shared/states/empty';
import { announce } from '../../shared/states/live-region';
import { DataTable } from '../../shared/table/data-table';
import { AlertRuleForm } from './alert-rule-form';
import { alertRulesQuery, endAlertRule } from './alert-queries';

/** What is watched, where, and whom it tells; whoever keeps rules of the place changes them here. */
export function AlertRules(): ReactNode {
  const { t } = useWords();
  const query = useQuery(alertRulesQuery);
  return (
    <section className="stack" aria-label={t('reporting:alerts.rules')}>
      <h2>{t('reporting:alerts.rules')}</h2>
      {may(useMe(), 'alert:write') && (
        <OpenedForm name={t('reporting:alerts.new')}>{(close) => <AlertRuleForm onClose={close} />}</OpenedForm>
      )}
      <Answered query={query} rows={3}>
        {(rules) =>
          rules.length === 0 ? <Empty>{t('reporting:alerts.noRules')}</Empty> : <RulesTable rules={rules} />
        }
      </Answered>
    </section>
  );
}

function RulesTable({ rules }: { readonly rules: readonly AlertRule[] }): ReactNode {
  const { t } = useWords();
  return (
    <DataTable
      caption={t('reporting:alerts.rules')}
      rows={rules}
      keyOf={({ id }) => id}
      columns={[
        {
          name: t('reporting:alerts.kind'),
          isHeader: true,
          cell: ({ kind }) => t(`reporting:alerts.kindIs.${kind}`),
        },
        {
          name: t('reporting:alerts.watch'),
          cell: ({ territoryCode, territoryName }) =>
            territoryCode === 'ID' ? 'Indonesia' : (territoryName ?? territoryCode),
        },
        { name: t('reporting:alerts.each'), cell: ({ level }) => t(`reporting:alerts.levelIs.${level}`) },
        {
          name: t('reporting:alerts.limit'),
          cell: ({ kind, limit, daysLeft }) => t(`reporting:alerts.limitIs.${kind}`, { limit, days: daysLeft }),
        },
        { name: t('reporting:alerts.tells'), cell: ({ role }) => t(`common:role.${role}`) },
        { name: t('reporting:alerts.by'), cell: ({ creator }) => creator },
        { name: t('reporting:alerts.edit'), cell: (rule) => <Acts rule={rule} /> },
      ]}
    />
  );
}

function Acts({ rule }: { readonly rule: AlertRule }): ReactNode {
  const { t } = useWords();
  if (!rule.mayEdit) return '–';
  return (
    <div className="row">
      <OpenedForm name={t('reporting:alerts.edit')}>
        {(close) => <AlertRuleForm rule={rule} onClose={close} />}
      </OpenedForm>
      <OpenedForm name={t('reporting:alerts.end')}>{(close) => <EndForm rule={rule} onClose={close} />}</OpenedForm>
    </div>
  );
}

function EndForm({ rule, onClose }: { readonly rule: AlertRule; readonly onClose: () => void }): ReactNode {
  const { t } = useWords();
  const command = useCommand(endAlertRule(rule.id));
  return (
    <CommandForm
      send={t('reporting:alerts.end')}
      command={command}
      consequence={t('reporting:alerts.endSure')}
      onSubmit={() => {
        command.mutate(null, {
          onSuccess: () => {
            announce(t('reporting:alerts.ended'));
          },
        });
      }}
      onClose={onClose}
    >
      {null}
    </CommandForm>
  );
}
