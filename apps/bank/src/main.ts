import pino from 'pino';
import { loadBankSettings } from './settings.js';
import { startBank } from './start-bank.js';

/** The sandbox bank and post office, a process of its own: it shares nothing with the payer but files. */
const log = pino({ name: 'bank', level: process.env['LOG_LEVEL'] ?? 'info' });
const bank = await startBank(loadBankSettings(), (error) => {
  log.error({ err: error }, 'a job failed and will be tried again');
});
log.info({ sftpPort: bank.sftpPort, httpPort: bank.httpPort, fingerprint: bank.fingerprint }, 'the bank is open');

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    void bank.stop().then(() => process.exit(0));
  });
}
