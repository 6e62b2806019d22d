import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import {
  CASE_OUTCOMES,
  DomainError,
  EVIDENCE,
  FAULTS,
  type FindingRule,
  MONEY_OUTCOMES,
  type PolicyParameter,
  ROLE_NAMES,
  ruleFault,
} from '#domain';
import { projectFile } from './project-file.js';

const Day = z.preprocess((value) => (value instanceof Date ? value.toISOString().slice(0, 10) : value), z.iso.date());

const Code = z.string().regex(/^[a-z_]{1,40}$/);

const Finding = z.strictObject({
  finding: Code,
  group: Code,
  fault: z.enum(FAULTS),
  evidence: z.array(z.enum(EVIDENCE)),
  decides: z.enum(ROLE_NAMES),
  restricted: z.boolean(),
  outcomes: z.partialRecord(z.enum(CASE_OUTCOMES), z.enum(MONEY_OUTCOMES)),
  suggests: z.enum(CASE_OUTCOMES),
  effectiveFrom: Day,
  effectiveTo: Day.optional(),
  source: z.string().min(1),
  verified: z.boolean(),
});

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
  findings: z.array(Finding).min(1),
});

export interface LoadedPolicy {
  readonly programme: string;
  readonly contentHash: string;
  readonly parameters: readonly PolicyParameter[];
  readonly findings: readonly FindingRule[];
}

/** Reads one policy file. Throws POLICY_FILE with the place of the first mistake, on a key given twice and on a finding's rule that nobody could follow. */
export function parsePolicy(name: string, text: string): LoadedPolicy {
  const parsed = PolicyFile.safeParse(parse(text));
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    throw new DomainError('POLICY_FILE', `${name}: ${issue?.path.join('.') ?? ''} ${issue?.message ?? ''}`, { name });
  }
  const { programme, parameters } = parsed.data;
  // A key comes again with each day from which it has another value.
  const keys = parameters.map(({ key, effectiveFrom }) => `${key} from ${effectiveFrom}`);
  const twice = keys.find((key, index) => keys.indexOf(key) !== index);
  if (twice !== undefined) throw new DomainError('POLICY_FILE', `${name}: ${twice} is given twice`, { name });
  const findings = parsed.data.findings.map(ruleOf);
  for (const [place, rule] of findings.entries()) {
    const isTwice = findings.some((other, at) => at < place && begins(other) === begins(rule));
    const fault = isTwice ? 'given twice' : ruleFault(rule);
    if (fault === undefined) continue;
    throw new DomainError('POLICY_FILE', `${name}: findings.${place} (${rule.finding}): ${fault}`, { name });
  }
  return { programme, contentHash: createHash('sha256').update(text).digest('hex'), parameters, findings };
}

const begins = ({ finding, effectiveFrom }: FindingRule): string => `${finding} ${effectiveFrom}`;

/** The outcomes in the order of the file: so they are offered. */
function ruleOf({ outcomes, effectiveTo, ...rule }: z.infer<typeof Finding>): FindingRule {
  const offered = CASE_OUTCOMES.flatMap((outcome) => {
    const money = outcomes[outcome];
    return money === undefined ? [] : [{ outcome, money }];
  });
  const order = Object.keys(outcomes);
  offered.sort((one, other) => order.indexOf(one.outcome) - order.indexOf(other.outcome));
  return { ...rule, outcomes: offered, effectiveTo: effectiveTo ?? null };
}

/** Every file of `policies/`. */
export function readPolicies(): LoadedPolicy[] {
  const folder = projectFile('policies');
  return readdirSync(folder)
    .filter((name) => name.endsWith('.yaml'))
    .map((name) => parsePolicy(name, readFileSync(join(folder, name), 'utf8')));
}
