import { hexOf } from '../../shared/words/hex';
import type { ShrunkPhoto } from './photo.worker';

/** At most 300 kB of JPEG without EXIF; undefined where the file is no picture that this phone can read. */
export function shrunk(file: Blob): Promise<ArrayBuffer | undefined> {
  const worker = new Worker(new URL('./photo.worker.ts', import.meta.url), { type: 'module' });
  return new Promise<ArrayBuffer | undefined>((resolve) => {
    worker.addEventListener('message', ({ data }: MessageEvent<ShrunkPhoto>) => {
      resolve('failed' in data ? undefined : data.content);
    });
    worker.addEventListener('error', () => {
      resolve(undefined);
    });
    worker.postMessage(file);
  }).finally(() => {
    worker.terminate();
  });
}

export async function sha256Of(content: ArrayBuffer): Promise<string> {
  return hexOf(new Uint8Array(await crypto.subtle.digest('SHA-256', content)));
}

/** For a picture on the page: the page's policy allows `data:`, and no other place for it. */
export function asDataUrl(content: ArrayBuffer): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.addEventListener('load', () => {
      if (typeof reader.result === 'string') resolve(reader.result);
    });
    reader.addEventListener('error', () => {
      reject(new Error('the picture is not readable'));
    });
    reader.readAsDataURL(new Blob([content], { type: 'image/jpeg' }));
  });
}
