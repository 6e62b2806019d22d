/** Stops what global-setup started, and nothing that was there before. */
export default async function globalTeardown() {
  await globalThis.amanahServers.stop();
}
