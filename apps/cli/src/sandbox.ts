import { readFileSync } from 'node:fs';
import { InvalidArgumentError } from 'commander';
import { projectFile } from '#policies';

/** Everybody's password in a sandbox; the sign-in page says so. */
export const DEMO_PASSWORD = 'amanah-demo';

interface Sandbox {
  /** ISO date of its first day. */
  readonly startsOn: string;
  /** Cities that it has unless others are named. */
  readonly cities: readonly string[];
  /** Of kecamatan, for how made-up families are spread; one that has none here weighs as much as it has kelurahan. */
  readonly weights: Readonly<Record<string, number>>;
  /** Its made-up post office, which pays everywhere. */
  readonly post: { readonly serviceName: string; readonly bankCode: string; readonly paper: string };
  /** Where the made-up accounts of a city begin; under its code unless it has another number here. */
  readonly accountsFrom: Readonly<Record<string, number>>;
}

/** What a sandbox plays; the only place that knows a city by its code (data/sandbox). */
export const SANDBOX = JSON.parse(readFileSync(projectFile('data/sandbox/sandbox.json'), 'utf8')) as Sandbox;

/** Codes of cities as they are given to a command, such as `32.75,32.76`; each once. */
export function cityCodes(given: string): string[] {
  const codes = given.split(',').map((code) => code.trim());
  if (codes.every((code) => /^\d{2}\.\d{2}$/.test(code))) return [...new Set(codes)];
  throw new InvalidArgumentError('Codes of cities, separated by commas, such as 32.75,32.76.');
}
