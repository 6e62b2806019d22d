import { readFile, stat } from 'node:fs/promises';
import { refuseFile } from '../file-refusal.js';

/** A city by kelurahan is a tenth of a megabyte; a province by desa is some tens. */
const MOST_BYTES = 128 * 1024 * 1024;

/**
 * The features of a GeoJSON file, as they stand; what is wrong inside one is left to `checkOutlineFeature`. Throws
 * DomainError FILE_TOO_LARGE, FILE_UNREADABLE or OUTLINE_FILE.
 */
export async function readOutlineFeatures(path: string, maxBytes = MOST_BYTES): Promise<readonly unknown[]> {
  const { size } = await stat(path).catch(() => ({ size: 0 }));
  if (size > maxBytes) throw refuseFile('FILE_TOO_LARGE', 'more than a file of outlines holds', { limit: maxBytes });
  const text = await readFile(path, 'utf8').catch(() => {
    throw refuseFile('FILE_UNREADABLE', 'the file cannot be read');
  });
  const features = featuresOf(text);
  if (features.length === 0) throw refuseFile('OUTLINE_FILE', 'not a GeoJSON collection of features');
  return features;
}

function featuresOf(text: string): readonly unknown[] {
  try {
    const json = JSON.parse(text) as { readonly type?: unknown; readonly features?: unknown } | null;
    return json?.type === 'FeatureCollection' && Array.isArray(json.features) ? (json.features as unknown[]) : [];
  } catch {
    return [];
  }
}
