import { createServer } from 'vite';
import { inProject } from '../project.mjs';

/** The web app from its sources, with hot replacement of modules; what it asks of the API goes to `apiUrl`. */
export async function serveWeb(apiUrl) {
  process.env.AMANAH_URL = apiUrl;
  const server = await createServer({
    configFile: inProject('apps', 'web', 'vite.config.ts'),
    clearScreen: false,
    logLevel: 'warn',
  });
  await server.listen();
  return { url: server.resolvedUrls.local[0], stop: () => server.close() };
}
