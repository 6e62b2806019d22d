import type { JobHandler } from '../bank.js';

/** Writes `<name of the file>.refused.txt` with the reason's code, for files that have no status report of their own. */
export const reportRefusal: JobHandler = async (bank, { name = '', code = '' }) => {
  await bank.room.publish(`${name}.refused.txt`, async (writable) => {
    await new Promise<void>((resolve, reject) => {
      writable.once('error', reject);
      writable.end(`${code}\n`, resolve);
    });
  });
};
