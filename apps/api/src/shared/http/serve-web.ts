import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import serveStatic from '@fastify/static';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { projectFile } from '#policies';

/** Where the build puts the nonce of the page's own styles: vite.config.ts. */
const NONCE = '__CSP_NONCE__';

/** The built web app; deep links get its page, so that a reload keeps the place. */
export async function serveWeb(app: NestFastifyApplication): Promise<void> {
  const root = projectFile('dist/apps/web');
  if (!existsSync(root)) return;
  const page = readFileSync(join(root, 'index.html'), 'utf8');
  await app.register(serveStatic, {
    ...{ root, wildcard: false, index: false, globIgnore: ['index.html'] },
    ...{ maxAge: '1h', immutable: false },
  });
  serveField(app, root);
  app
    .getHttpAdapter()
    .getInstance()
    .get('/*', { helmet: { enableCSPNonces: true } }, async (request, reply) => {
      if (request.url.startsWith('/api/')) {
        reply.callNotFound();
        return reply;
      }
      return reply
        .header('content-type', 'text/html; charset=utf-8')
        .header('cache-control', 'no-cache')
        .send(page.replaceAll(NONCE, reply.cspNonce.style));
    });
}

/** The phone's app below /field/: a page without styles of its own, so that its service worker may keep it as it is. */
function serveField(app: NestFastifyApplication, root: string): void {
  const file = join(root, 'field', 'field.html');
  if (!existsSync(file)) return;
  const page = readFileSync(file, 'utf8');
  const server = app.getHttpAdapter().getInstance();
  server.get('/field', (_request, reply) => reply.redirect('/field/'));
  server.get('/field/', (_request, reply) =>
    reply.header('content-type', 'text/html; charset=utf-8').header('cache-control', 'no-cache').send(page),
  );
}
