/** In the order in which they must be looked for: each calls itself by those that come after it, too. */
const BROWSERS = [
  ['Edg', 'Edge'],
  ['OPR', 'Opera'],
  ['Firefox', 'Firefox'],
  ['Chrome', 'Chrome'],
  ['Safari', 'Safari'],
] as const;
const MACHINES = ['Android', 'iPhone', 'iPad', 'Windows', 'Macintosh', 'Linux'] as const;

/** A browser by the names people know, or undefined: "Chrome, Android". */
export function clientName(client: string): string | undefined {
  const browser = BROWSERS.find(([sign]) => client.includes(`${sign}/`))?.[1];
  const machine = MACHINES.find((name) => client.includes(name));
  const known = [browser, machine].filter((name) => name !== undefined);
  return known.length === 0 ? undefined : known.join(', ');
}
