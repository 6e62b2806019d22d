import { Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useWords } from '../../shared/language/use-words';
import { Answered } from '../../shared/states/answered';
import { AddPasskey } from './add-passkey';
import { passkeysQuery } from '../account-queries';
import { PasskeyTable } from './passkey-table';
import { RemovePasskey } from './remove-passkey';

/** The officer's passkeys: made on this device, listed by name, taken away. */
export function PasskeyPanel(): ReactNode {
  const { t } = useWords();
  const query = useQuery(passkeysQuery);
  const [removed, setRemoved] = useState<string>();
  return (
    <section className="panel stack" aria-labelledby="passkeys">
      <Title order={2} size="h3" id="passkeys">
        {t('auth:passkey.title')}
      </Title>
      <p>{t('auth:passkey.about')}</p>
      <Answered query={query}>
        {({ isOffered, passkeys }) => (
          <>
            {passkeys.length === 0 ? (
              <p>{t('auth:passkey.none')}</p>
            ) : (
              <PasskeyTable passkeys={passkeys} onRemove={setRemoved} />
            )}
            {removed !== undefined && (
              <RemovePasskey
                passkeyId={removed}
                onClose={() => {
                  setRemoved(undefined);
                }}
              />
            )}
            {isOffered ? <AddPasskey /> : <p>{t('auth:passkey.off')}</p>}
          </>
        )}
      </Answered>
    </section>
  );
}
