/** Where progress is told, one line at a time; the caller decides whether that is a terminal, a log or nothing. */
export type Say = (line: string) => void;

export const silent: Say = () => undefined;

/** `0.4 s`, `12 s`, `3 min 20 s`: as precise as a person waiting needs it. */
export function duration(milliseconds: number): string {
  const seconds = milliseconds / 1000;
  if (seconds < 10) return `${seconds.toFixed(1)} s`;
  const whole = Math.round(seconds);
  return whole < 90 ? `${whole} s` : `${Math.floor(whole / 60)} min ${whole % 60} s`;
}
