import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { Rules } from '../api/schemas';
import { may, useMe } from '../auth/session';
import { useWords } from '../shared/language/use-words';
import { PageHeading } from '../shared/look/page-heading';
import { Answered } from '../shared/states/answered';
import { Empty } from '../shared/states/empty';
import { ListTools } from '../shared/table/list-tools';
import { WholeListLink } from '../shared/table/whole-list-link';
import { ChangeForm } from './change-form';
import { ChangesTable } from './changes-table';
import { rulesQuery } from './policy-queries';
import { RulesTable } from './rules-table';
import { useRuleWords } from './use-rule-words';
import { WaitingChange } from './waiting-change';

const route = getRouteApi('/shell/policies');

/** The rules of a programme: what waits for the KPA, what holds today, and how it came about. */
export function PoliciesPage(): ReactNode {
  const { programme } = route.useSearch();
  const { t } = useWords();
  const query = useQuery(rulesQuery(programme));
  return (
    <div className="stack">
      <PageHeading
        title={t('policies:title')}
        trail={
          <Link to="/periods" className="text-link">
            {t('periods.title')}
          </Link>
        }
      />
      <p>{t('policies:about')}</p>
      <Answered query={query}>{(rules) => <Kept {...rules} />}</Answered>
    </div>
  );
}

function Kept({ programme, programmes, rules, changes, today }: Rules): ReactNode {
  const { t } = useWords();
  const me = useMe();
  const shown = useFound(rules);
  if (rules.length === 0) return <Empty>{t('policies:none')}</Empty>;
  return (
    <>
      {changes
        .filter(({ state }) => state === 'proposed')
        .map((change) => (
          <WaitingChange key={change.id} change={change} rule={rules.find(({ key }) => key === change.key)} />
        ))}
      {may(me, 'policy:write') && <ChangeForm programme={programme} rules={rules} today={today} />}
      <RuleTools programme={programme} programmes={programmes} />
      <div>
        <WholeListLink path="/policies/xlsx" query={{ programme }} />
      </div>
      {shown.length === 0 ? <Empty>{t('table.noResult')}</Empty> : <RulesTable rules={shown} />}
      {changes.length > 0 && <ChangesTable changes={changes} />}
    </>
  );
}

/** Those whose name, value or source holds what is searched for. */
function useFound(rules: Rules['rules']): Rules['rules'] {
  const { text } = route.useSearch();
  const words = useRuleWords();
  if (text === undefined) return rules;
  return rules.filter(({ key, value, source }) =>
    [words.name(key), words.value(key, value), source].some((said) => said.toLowerCase().includes(text.toLowerCase())),
  );
}

function RuleTools({ programme, programmes }: Pick<Rules, 'programme' | 'programmes'>): ReactNode {
  const { t } = useWords();
  const navigate = useNavigate();
  const search = route.useSearch();
  return (
    <ListTools
      hint={t('policies:hint')}
      text={search.text}
      onSearch={(text) => {
        void navigate({ to: '/policies', search: { ...search, text } });
      }}
      choices={
        programmes.length < 2
          ? []
          : [
              {
                label: t('policies:programme'),
                isNeeded: true,
                value: programme,
                offered: programmes.map((value) => ({ value, label: value })),
                onChoose: (value) => {
                  void navigate({ to: '/policies', search: { programme: value } });
                },
              },
            ]
      }
    />
  );
}
