/** What the civil registry has of a person whom it did not match, as its result file says it; blank where that is. */
export interface RegistryRecord {
  readonly kk: string;
  readonly fullName: string;
  readonly remark: string;
}
