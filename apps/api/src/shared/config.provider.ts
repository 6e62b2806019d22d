import { CONFIG } from '#application';
import { loadConfig } from '#config';

/** The configuration, read once per process. */
export const configProvider = { provide: CONFIG, useFactory: () => loadConfig() };
