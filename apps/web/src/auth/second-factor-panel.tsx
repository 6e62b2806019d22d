import { Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useWords } from '../shared/language/use-words';
import { Answered } from '../shared/states/answered';
import { secondFactorQuery } from './account-queries';
import { RecoveryCodes } from './recovery-codes';
import { RemoveSecondFactor } from './remove-second-factor';
import { SetUpSecondFactor } from './set-up-second-factor';

/** The officer's authenticator: set up in three steps, or taken away. */
export function SecondFactorPanel(): ReactNode {
  const { t, format } = useWords();
  const query = useQuery(secondFactorQuery);
  const [codes, setCodes] = useState<readonly string[]>([]);
  return (
    <section className="panel stack" aria-labelledby="second-factor">
      <Title order={2} size="h3" id="second-factor">
        {t('auth:factor.title')}
      </Title>
      <Answered query={query}>
        {({ isSetUp, recoveryLeft }) =>
          codes.length > 0 ? (
            <RecoveryCodes
              codes={codes}
              onSaved={() => {
                setCodes([]);
              }}
            />
          ) : isSetUp ? (
            <>
              <p>{t('auth:factor.on', { codes: format.count(recoveryLeft) })}</p>
              <RemoveSecondFactor />
            </>
          ) : (
            <>
              <p>{t('auth:factor.off')}</p>
              <SetUpSecondFactor onSetUp={setCodes} />
            </>
          )
        }
      </Answered>
    </section>
  );
}
