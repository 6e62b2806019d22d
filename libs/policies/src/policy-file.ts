import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { DomainError, type PolicyParameter } from '#domain';
import { projectFile } from './project-file.js';

const Day = z.preprocess((value) => (value instanceof Date ? value.toISOString().slice(0, 10) : value), z.iso.date());

const PolicyFile = z.strictObject({
  programme: z.string().min(1),
  name: z.string(),
  parameters: z
    .array(
      z.strictObject({
        key: z.string().regex(/^[a-z_.]+$/),
        value: z.union([z.number(), z.string()]),
        unit: z.string().min(1),
        effectiveFrom: Day,
        effectiveTo: Day.optional(),
        source: z.string().min(1),
        verified: z.boolean(),
      }),
    )
    .min(1),
});

export interface LoadedPolicy {
  readonly programme: string;
  readonly contentHash: string;
  readonly parameters: readonly PolicyParameter[];
}

/** Reads one policy file. Throws POLICY_FILE with the place of the first mistake, and on a key given twice. */
export function parsePolicy(name: string, text: string): LoadedPolicy {
  const parsed = PolicyFile.safeParse(parse(text));
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    throw new DomainError('POLICY_FILE', `${name}: ${issue?.path.join('.') ?? ''} ${issue?.message ?? ''}`, { name });
  }
  const { programme, parameters } = parsed.data;
  const keys = parameters.map(({ key }) => key);
  const twice = keys.find((key, index) => keys.indexOf(key) !== index);
  if (twice !== undefined) throw new DomainError('POLICY_FILE', `${name}: ${twice} is given twice`, { name });
  return { programme, contentHash: createHash('sha256').update(text).digest('hex'), parameters };
}

/** Every file of `policies/`. */
export function readPolicies(): LoadedPolicy[] {
  const folder = projectFile('policies');
  return readdirSync(folder)
    .filter((name) => name.endsWith('.yaml'))
    .map((name) => parsePolicy(name, readFileSync(join(folder, name), 'utf8')));
}
