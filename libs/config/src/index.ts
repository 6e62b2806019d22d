export { ConfigError } from './config-error.js';
export {
  loadBackupConfig,
  loadBankConfig,
  loadConfig,
  loadOwnerConfig,
  type BankConfig,
  type Config,
  type MailConfig,
  type ProviderConfig,
} from './load-config.js';
