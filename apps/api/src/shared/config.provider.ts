import { loadConfig } from '#config';

export const CONFIG = Symbol('amanah:config');

/** The configuration, read once per process. */
export const configProvider = { provide: CONFIG, useFactory: () => loadConfig() };
