export { ConfigError } from './config-error.js';
export {
  loadBankConfig,
  loadConfig,
  loadOwnerConfig,
  type BankConfig,
  type Config,
  type MailConfig,
} from './load-config.js';
