/** A file that somebody sent, as it lies on this machine while it is read. */
export interface UploadedFile {
  readonly path: string;
  readonly name: string;
  readonly sizeBytes: number;
  readonly sha256: string;
}
