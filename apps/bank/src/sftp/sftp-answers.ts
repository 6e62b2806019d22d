import ssh2, { type Attributes } from 'ssh2';

const { STATUS_CODE } = ssh2.utils.sftp;

/** A file's attributes as the protocol states them; owners mean nothing here. */
export const attributesOf = (found: { mode: number; size: number; atimeMs: number; mtimeMs: number }): Attributes => ({
  mode: found.mode,
  uid: 0,
  gid: 0,
  size: found.size,
  atime: Math.floor(found.atimeMs / 1000),
  mtime: Math.floor(found.mtimeMs / 1000),
});

export const NO_ATTRIBUTES: Attributes = { mode: 0, uid: 0, gid: 0, size: 0, atime: 0, mtime: 0 };

/** Answers a request with that status. */
export class Refusal extends Error {
  constructor(readonly status: number) {
    super('refused');
  }
}

/** The protocol's status for an error of the file system. */
export function statusOf(error: unknown): number {
  if (error instanceof Refusal) return error.status;
  const code = (error as NodeJS.ErrnoException).code;
  return code === 'ENOENT' ? STATUS_CODE.NO_SUCH_FILE : STATUS_CODE.FAILURE;
}
