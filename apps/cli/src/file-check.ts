import { DomainError } from '#domain';

const FINDINGS = 1;
const FAILURE = 2;

interface Check {
  readonly findings: readonly unknown[];
}

/** Prints what a check of a file found. Exit 0 when nothing was, 1 with findings, 2 when the file cannot be taken at all. */
export async function report<Found extends Check>(
  check: () => Promise<Found>,
  asText: (found: Found) => string,
  asJson: boolean,
): Promise<void> {
  try {
    const found = await check();
    process.stdout.write(asJson ? `${JSON.stringify(found)}\n` : asText(found));
    if (found.findings.length > 0) process.exitCode = FINDINGS;
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    const { code, message, details } = error;
    if (asJson) process.stdout.write(`${JSON.stringify({ code, details })}\n`);
    else process.stderr.write(`${code}: ${message} ${JSON.stringify(details)}\n`);
    process.exitCode = FAILURE;
  }
}
