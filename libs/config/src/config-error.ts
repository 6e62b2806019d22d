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
    const variables = error.issues.map((issue) => String(issue.path[0]));
    const lines = error.issues.map((issue, at) => sentence(variables[at] ?? '', issue.message, env));
    return new ConfigError(variables, lines);
  }
}

/** Never repeats the value: it may be a secret. */
function sentence(variable: string, complaint: string, env: NodeJS.ProcessEnv): string {
  if (env[variable] === undefined) return `${variable} is not set.`;
  return `${variable}: ${complaint.replace(/^Invalid/, 'invalid')}.`;
}
