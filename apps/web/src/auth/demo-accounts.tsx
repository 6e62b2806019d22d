import { Button, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { lazy, type ReactNode, Suspense } from 'react';
import { answer, api } from '../api/client';
import type { DemoAccount, Role } from '../api/schemas';
import { useWords } from '../shared/language/use-words';

const Districts = lazy(async () => ({ default: (await import('./districts')).Districts }));
const PASSWORD = 'amanah-demo';
const GROUPS = {
  ministry: ['programme_officer', 'ppk', 'kpa', 'treasurer'],
  city: ['dinsos_operator', 'dinsos_head', 'mayor'],
  other: ['province_observer', 'bank_officer', 'operator', 'auditor'],
} as const satisfies Record<string, readonly Role[]>;

interface Props {
  readonly onChoose: (credentials: { username: string; password: string }) => void;
}

/** Made-up people of a sandbox, one press each; districts are many, so they are searched. */
export function DemoAccounts({ onChoose }: Props): ReactNode {
  const { t } = useWords();
  const { data: accounts = [] } = useQuery({
    queryKey: ['demo-accounts'],
    queryFn: () => answer(api.GET('/api/v1/auth/demo-accounts')),
    staleTime: Infinity,
  });
  if (accounts.length === 0) return null;
  const choose = (username: string): void => {
    onChoose({ username, password: PASSWORD });
  };
  return (
    <section className="stack panel" aria-labelledby="demo-title">
      <div>
        <Title order={2} size="h3" id="demo-title">
          {t('auth:demo.title')}
        </Title>
        <p className="small-print">{t('auth:demo.text', { password: PASSWORD })}</p>
      </div>
      <DemoGroup name={t('auth:demo.ministry')} roles={GROUPS.ministry} accounts={accounts} onChoose={choose} />
      {citiesIn(accounts).map(({ code, name, people }, _index, all) => (
        <DemoGroup
          key={code}
          name={all.length === 1 ? t('auth:demo.city') : name}
          roles={GROUPS.city}
          accounts={people}
          onChoose={choose}
        />
      ))}
      <Suspense>
        <Districts accounts={accounts} onChoose={choose} />
      </Suspense>
      <DemoGroup name={t('auth:demo.other')} roles={GROUPS.other} accounts={accounts} onChoose={choose} />
    </section>
  );
}

/** Of several cities each has a group: the same roles beside each other would be told apart by nothing. */
function citiesIn(accounts: readonly DemoAccount[]) {
  const heads = accounts.filter(({ role }) => role === 'dinsos_head');
  return heads.map(({ territoryCode: code, office }) => {
    const people = accounts.filter(({ territoryCode }) => territoryCode === code);
    return { code, name: office.replace(/^Dinas Sosial /, ''), people };
  });
}

interface GroupProps {
  readonly name: string;
  readonly roles: readonly Role[];
  readonly accounts: readonly DemoAccount[];
  readonly onChoose: (username: string) => void;
}

function DemoGroup({ name, roles, accounts, onChoose }: GroupProps): ReactNode {
  const { t } = useWords();
  const offered = roles.flatMap((role) =>
    accounts.filter((account) => account.role === role).map((a) => ({ ...a, role })),
  );
  if (offered.length === 0) return null;
  return (
    <div role="group" aria-label={name} className="demo-group">
      <span className="demo-group-name">{name}</span>
      <div className="row">
        {offered.map(({ username, role, office }) => (
          <Button
            key={username}
            variant="default"
            h={44}
            title={office}
            onClick={() => {
              onChoose(username);
            }}
          >
            {t(`common:role.${role}`)}
          </Button>
        ))}
      </div>
    </div>
  );
}
