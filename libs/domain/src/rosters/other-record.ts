/** What the civil registry, or a list that families are compared with, says of a person; blank where that is. */
export interface OtherRecord {
  readonly kk: string;
  readonly fullName: string;
  readonly remark: string;
}
