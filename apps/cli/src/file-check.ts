import { DomainError } from '#domain';
import { type Language, translate } from '#messages';

const FINDINGS = 1;
const FAILURE = 2;

/** How what a check found is printed. */
interface Printing<Found> {
  readonly asText: (found: Found) => string;
  readonly asJson: boolean;
  readonly hasFindings: (found: Found) => boolean;
  readonly language: Language;
}

function refusalOf({ code, details }: DomainError, language: Language) {
  const values = Object.fromEntries(
    Object.entries(details).map(([name, value]) => [name, Array.isArray(value) ? value.join(', ') || '–' : value]),
  );
  return { code, message: translate(language, `errors:${code}`, values), details };
}

/**
 * Prints what a check of a file found. Exit 0 when nothing was, 1 with findings, 2 when the file cannot be taken at all;
 * then its code and the sentence that says what to do are printed, in JSON too.
 */
export async function report<Found>(check: () => Promise<Found>, printing: Printing<Found>): Promise<void> {
  const { asText, asJson, hasFindings, language } = printing;
  try {
    const found = await check();
    process.stdout.write(asJson ? `${JSON.stringify(found)}\n` : asText(found));
    if (hasFindings(found)) process.exitCode = FINDINGS;
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    const refusal = refusalOf(error, language);
    if (asJson) process.stdout.write(`${JSON.stringify(refusal)}\n`);
    else process.stderr.write(`${refusal.code}: ${refusal.message}\n`);
    process.exitCode = FAILURE;
  }
}
