import type { Page } from 'playwright-core';

interface File {
  readonly name: string;
  readonly mimeType: string;
  readonly buffer: Buffer;
}

/** A picture of several megabytes that compresses badly, as a phone's camera makes them, with an EXIF block that names a place. */
export async function aPhoto(page: Page): Promise<File> {
  const encoded = await page.evaluate(async () => {
    const canvas = new OffscreenCanvas(2400, 1800);
    const pen = canvas.getContext('2d');
    if (pen === null) throw new Error('a canvas has a context');
    const picture = pen.createImageData(2400, 1800);
    for (let at = 0; at < picture.data.length; at += 1) picture.data[at] = at % 4 === 3 ? 255 : (at * 7919) % 256;
    pen.putImageData(picture, 0, 0);
    for (let at = 0; at < 4000; at += 1) {
      pen.fillStyle = `rgb(${(at * 31) % 256} ${(at * 57) % 256} ${(at * 91) % 256})`;
      pen.fillRect((at * 131) % 2400, (at * 197) % 1800, 40, 40);
    }
    const blob = await canvas.convertToBlob({ type: 'image/jpeg', quality: 0.95 });
    const bytes = new Uint8Array(await blob.arrayBuffer());
    let text = '';
    for (let at = 0; at < bytes.length; at += 8192) text += String.fromCharCode(...bytes.subarray(at, at + 8192));
    return btoa(text);
  });
  const jpeg = Buffer.from(encoded, 'base64');
  const exif = Buffer.from('Exif\0\0MM\0*GPS 6.2349 S 106.9896 E', 'latin1');
  const length = Buffer.from([0xff, 0xe1, (exif.length + 2) >> 8, (exif.length + 2) & 0xff]);
  const buffer = Buffer.concat([jpeg.subarray(0, 2), length, exif, jpeg.subarray(2)]);
  return { name: 'IMG_0001.jpg', mimeType: 'image/jpeg', buffer };
}
