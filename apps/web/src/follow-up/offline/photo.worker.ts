/** A photo of a phone, made small off the main thread. Drawn anew, it has no EXIF: no place, no time, no owner. */
const MOST_BYTES = 300_000;
const SIDES = [1600, 1280, 1024, 800] as const;
const QUALITIES = [0.8, 0.65, 0.5] as const;

export type ShrunkPhoto = { readonly content: ArrayBuffer } | { readonly failed: true };

async function shrink(file: Blob): Promise<ArrayBuffer> {
  const picture = await createImageBitmap(file);
  let smallest: Blob | undefined;
  for (const side of SIDES) {
    const scale = Math.min(1, side / Math.max(picture.width, picture.height));
    const canvas = new OffscreenCanvas(Math.round(picture.width * scale), Math.round(picture.height * scale));
    canvas.getContext('2d')?.drawImage(picture, 0, 0, canvas.width, canvas.height);
    for (const quality of QUALITIES) {
      smallest = await canvas.convertToBlob({ type: 'image/jpeg', quality });
      if (smallest.size <= MOST_BYTES) return smallest.arrayBuffer();
    }
  }
  if (smallest === undefined) throw new Error('a picture has a size');
  return smallest.arrayBuffer();
}

const post = (answer: ShrunkPhoto): void => {
  self.postMessage(answer);
};

self.addEventListener('message', (event: MessageEvent<Blob>) => {
  shrink(event.data).then(
    (content) => {
      post({ content });
    },
    () => {
      post({ failed: true });
    },
  );
});
