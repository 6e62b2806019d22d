import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The clone this script belongs to, wherever it is called from. */
export const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');

/** A path inside the clone. */
export const inProject = (...parts) => join(root, ...parts);

/** `0.4 s`, `12 s`, `3 min 20 s`. Also in libs/embedded, which these scripts cannot load before the first build. */
export function duration(milliseconds) {
  const seconds = milliseconds / 1000;
  if (seconds < 10) return `${seconds.toFixed(1)} s`;
  const whole = Math.round(seconds);
  return whole < 90 ? `${whole} s` : `${Math.floor(whole / 60)} min ${whole % 60} s`;
}
