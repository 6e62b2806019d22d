import type { z } from 'zod';
import { ConfigError } from './config-error.js';
import type { Settings } from './settings.js';

const LOOPBACK = /^(localhost|127(\.\d{1,3}){3}|::1|\[::1\])$/i;
/** The sandbox bank's name among the containers of docker-compose.yml. */
const COMPOSED_BANK = 'bank';

/**
 * A sandbox is for the machine it runs on: its accounts share a published password, and its orders are play. Throws a
 * ConfigError when it would be reachable from elsewhere, or send its orders to a bank that may be a real one.
 */
export function refusePublicSandbox(settings: z.infer<typeof Settings>): void {
  if (!settings.AMANAH_SANDBOX) return;
  const published = settings.AMANAH_PUBLISH_HOST === undefined ? 'AMANAH_HOST' : 'AMANAH_PUBLISH_HOST';
  const faults = [
    ...(LOOPBACK.test(settings[published] ?? '')
      ? []
      : ([
          [
            published,
            'AMANAH_SANDBOX is 1, and the accounts of a sandbox have a published password, so it listens on this machine alone (127.0.0.1).',
          ],
        ] as const)),
    ...(LOOPBACK.test(settings.BANK_SFTP_HOST) || settings.BANK_SFTP_HOST === COMPOSED_BANK
      ? []
      : ([
          ['BANK_SFTP_HOST', 'AMANAH_SANDBOX is 1, and a sandbox sends its made-up orders to the bundled bank alone.'],
        ] as const)),
    ...(Object.values(settings.BANK_MAILBOXES ?? {}).every(({ host }) => LOOPBACK.test(host))
      ? []
      : ([
          [
            'BANK_MAILBOXES',
            'AMANAH_SANDBOX is 1, and a sandbox sends its made-up orders to banks of this machine alone.',
          ],
        ] as const)),
  ];
  if (faults.length === 0) return;
  throw new ConfigError(
    faults.map(([variable]) => variable),
    faults.map(([variable, sentence]) => `${variable}: ${sentence}`),
  );
}
