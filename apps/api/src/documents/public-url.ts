import type { Config } from '#config';

/** Where people reach this installation, as it is printed on papers; without a setting, where it listens. */
export const publicUrlOf = ({ publicUrl, host, port }: Pick<Config, 'publicUrl' | 'host' | 'port'>): string =>
  publicUrl ?? `http://${host}:${port}`;
