import { randomUUID } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir, rm, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { FastifyRequest } from 'fastify';
import type { UploadedFile } from '#application';
import { DomainError } from '#domain';
import { sha256OfFile } from '#files';

interface UploadRules {
  readonly mostBytes: number;
  readonly tooLarge: 'FILE_TOO_LARGE' | 'ATTACHMENT_TOO_LARGE' | 'COMPLAINT_PHOTO_LARGE';
}

/** The largest list of a city, with room. */
export const ROSTER_FILE: UploadRules = { mostBytes: 512_000_000, tooLarge: 'FILE_TOO_LARGE' };
export const BANK_FILE: UploadRules = { mostBytes: 512_000_000, tooLarge: 'FILE_TOO_LARGE' };
export const OFFICER_LIST: UploadRules = { mostBytes: 10_000_000, tooLarge: 'FILE_TOO_LARGE' };
/** The nation's regions in a workbook, with room. */
export const REGION_LIST: UploadRules = { mostBytes: 20_000_000, tooLarge: 'FILE_TOO_LARGE' };
/** A photo of a phone, a scanned letter. */
export const PAPER: UploadRules = { mostBytes: 10_000_000, tooLarge: 'ATTACHMENT_TOO_LARGE' };
/** A photo beside a complaint: the complaint stands without it. */
export const PHOTO: UploadRules = { mostBytes: 10_000_000, tooLarge: 'COMPLAINT_PHOTO_LARGE' };
/** What a multipart request has around its file. */
const FRAME_BYTES = 10_000;

const inMegabytes = (bytes: number): string => `${Math.round(bytes / 1_000_000)} MB`;

/**
 * Streams the one file of a multipart request to disk, gives it to `use`, and removes it whatever happens: rosters
 * hold personal data in clear. What says beforehand that it is larger than the route takes is not received. Throws
 * FILE_MISSING, FILE_EMPTY, or the rules' code.
 */
export async function withUpload<T>(
  request: FastifyRequest,
  exchangeDir: string,
  { mostBytes, tooLarge: code }: UploadRules,
  use: (file: UploadedFile) => Promise<T>,
): Promise<T> {
  const tooLarge = new DomainError(code, 'the upload exceeds the limit', { most: inMegabytes(mostBytes) });
  if (Number(request.headers['content-length'] ?? 0) > mostBytes + FRAME_BYTES) throw tooLarge;
  const limits = { fileSize: mostBytes };
  const part = request.isMultipart() ? await request.file({ limits }) : undefined;
  if (part === undefined) throw new DomainError('FILE_MISSING', 'no file in the request');
  const directory = join(exchangeDir, 'uploads');
  await mkdir(directory, { recursive: true, mode: 0o700 });
  const path = join(directory, randomUUID());
  try {
    await pipeline(part.file, createWriteStream(path, { mode: 0o600 }));
    if (part.file.truncated) throw tooLarge;
    const { size } = await stat(path);
    if (size === 0) throw new DomainError('FILE_EMPTY', 'the file holds nothing');
    return await use({ path, name: basename(part.filename), sizeBytes: size, sha256: await sha256OfFile(path) });
  } finally {
    await rm(path, { force: true });
  }
}
