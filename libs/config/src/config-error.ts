import type { z } from 'zod';

/** Says which variables are wrong, all at once, so that a first start is not a guessing game. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';

  constructor(
    /** The variables that are missing or wrong. */
    readonly variables: readonly string[],
    lines: readonly string[],
  ) {
    super(lines.join('\n'));
  }

  static from(error: z.ZodError, env: NodeJS.ProcessEnv): ConfigError {
    const lines = error.issues.map(({ path: [variable, ...inside], message }) => {
      const complaint = inside.length === 0 ? message : `${inside.join('.')}: ${message}`;
      return sentence(String(variable), complaint, env);
    });
    return new ConfigError([...new Set(error.issues.map(({ path }) => String(path[0])))], lines);
  }
}

/** Never repeats the value: it may be a secret. */
function sentence(variable: string, complaint: string, env: NodeJS.ProcessEnv): string {
  if (env[variable] === undefined) return `${variable} is not set.`;
  return `${variable}: ${complaint.replace(/^Invalid/, 'invalid')}.`;
}
