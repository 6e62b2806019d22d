export { ConfigError } from './config-error.js';
export { loadBankConfig, loadConfig, type BankConfig, type Config } from './load-config.js';
