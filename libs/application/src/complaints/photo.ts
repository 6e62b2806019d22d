import { readFile } from 'node:fs/promises';
import { DomainError } from '#domain';
import { attachmentType } from '#files';
import type { UploadedFile } from '../shared/uploaded-file.js';

const MOST_BYTES = 10_000_000;

/** A photo that somebody laid beside a complaint. Throws COMPLAINT_PHOTO_LARGE, and COMPLAINT_PHOTO for what is no photo. */
export async function photoOf(file: UploadedFile): Promise<{ content: Buffer; mediaType: string }> {
  if (file.sizeBytes > MOST_BYTES) throw new DomainError('COMPLAINT_PHOTO_LARGE', 'over the limit', { most: '10 MB' });
  const content = await readFile(file.path);
  return { content, mediaType: imageType(content) };
}

function imageType(content: Buffer): string {
  const refused = new DomainError('COMPLAINT_PHOTO', 'neither PNG nor JPEG');
  try {
    const type = attachmentType(content);
    if (type.startsWith('image/')) return type;
  } catch {
    throw refused;
  }
  throw refused;
}
