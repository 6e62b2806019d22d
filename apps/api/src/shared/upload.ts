import { randomUUID } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir, rm, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { FastifyRequest } from 'fastify';
import type { UploadedFile } from '#application';
import { DomainError } from '#domain';
import { sha256OfFile } from '#files';

/**
 * Streams the one file of a multipart request to disk, gives it to `use`, and removes it whatever happens: rosters
 * hold personal data in clear. Throws FILE_MISSING, FILE_EMPTY or FILE_TOO_LARGE.
 */
export async function withUpload<T>(
  request: FastifyRequest,
  exchangeDir: string,
  use: (file: UploadedFile) => Promise<T>,
): Promise<T> {
  const part = request.isMultipart() ? await request.file() : undefined;
  if (part === undefined) throw new DomainError('FILE_MISSING', 'no file in the request');
  const directory = join(exchangeDir, 'uploads');
  await mkdir(directory, { recursive: true, mode: 0o700 });
  const path = join(directory, randomUUID());
  try {
    await pipeline(part.file, createWriteStream(path, { mode: 0o600 }));
    if (part.file.truncated) throw new DomainError('FILE_TOO_LARGE', 'the upload exceeds the limit');
    const { size } = await stat(path);
    if (size === 0) throw new DomainError('FILE_EMPTY', 'the file holds nothing');
    return await use({ path, name: basename(part.filename), sizeBytes: size, sha256: await sha256OfFile(path) });
  } finally {
    await rm(path, { force: true });
  }
}
