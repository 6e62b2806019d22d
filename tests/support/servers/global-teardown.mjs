/** Stops what global-setup started; a repeat for the next suite finds nothing left to stop. */
export default async function globalTeardown() {
  await globalThis.amanahServers?.stop();
}
