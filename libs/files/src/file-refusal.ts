import { DomainError, type ErrorDetails } from '#domain';

/** Why a file as a whole is refused. Every one of them is the sender's to mend, so a retry cannot help. */
export type FileRefusalCode =
  | 'FILE_EMPTY'
  | 'FILE_UNREADABLE'
  | 'FILE_TYPE'
  | 'FILE_MACROS'
  | 'FILE_ODS'
  | 'FILE_OLD_EXCEL'
  | 'FILE_PASSWORD'
  | 'FILE_QUOTE_OPEN'
  | 'FILE_ROW_TOO_LONG'
  | 'ATTACHMENT_TYPE'
  | 'FILE_TOO_LARGE'
  | 'FILE_TOO_MANY_ROWS'
  | 'ROSTER_COLUMNS'
  | 'ROSTER_COLUMNS_TWICE'
  | 'IDENTITY_COLUMNS'
  | 'IDENTITY_VALUE'
  | 'OFFICER_COLUMNS'
  | 'CHECK_LIST_COLUMNS'
  | 'CARD_COLUMNS'
  | 'REGION_COLUMNS'
  | 'OUTLINE_FILE';

/** Details name rows, columns and limits, never what a cell held. */
export function refuseFile(code: FileRefusalCode, message: string, details: ErrorDetails = {}): DomainError {
  return new DomainError(code, message, details);
}
