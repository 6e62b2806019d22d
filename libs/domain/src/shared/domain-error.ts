/** What an official needs to mend a refusal: which field, row or column, and the figures in the sentence. */
export type ErrorDetails = Readonly<Record<string, unknown>>;

/**
 * The only business error that is thrown. `code` is stable and public (SCREAMING_SNAKE_CASE); the sentence people
 * read is looked up by it in the message catalogue, with `details` filling its gaps. `message` is for logs and must
 * hold no personal data.
 */
export class DomainError extends Error {
  constructor(
    readonly code: string,
    message: string,
    readonly details: ErrorDetails = {},
  ) {
    super(message);
    this.name = 'DomainError';
  }
}
