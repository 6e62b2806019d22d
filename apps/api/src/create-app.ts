import 'reflect-metadata';
import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import cookie from '@fastify/cookie';
import helmet from '@fastify/helmet';
import multipart from '@fastify/multipart';
import serveStatic from '@fastify/static';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { DocumentBuilder, SwaggerModule, type OpenAPIObject } from '@nestjs/swagger';
import { Logger } from 'nestjs-pino';
import { loadConfig } from '#config';
import { projectFile } from '#policies';
import { metrics } from '#telemetry';
import { AppModule } from './app.module.js';
import { namedSchemas } from './shared/answers.js';
import { validationPipe } from './shared/validation.js';

const MAX_UPLOAD_BYTES = 512 * 1024 * 1024;
const MAX_BODY_BYTES = 2 * 1024 * 1024;

/** The API ready to listen: routes under /api/v1, the web app beside them, everything refused by default. */
export async function createApp(): Promise<NestFastifyApplication> {
  const { trustedProxies } = loadConfig();
  const adapter = new FastifyAdapter({
    trustProxy: trustedProxies.length > 0 && trustedProxies,
    bodyLimit: MAX_BODY_BYTES,
    genReqId: () => randomUUID(),
  });
  const app = await NestFactory.create<NestFastifyApplication>(AppModule, adapter, {
    bufferLogs: true,
    forceCloseConnections: true,
  });
  app.useLogger(app.get(Logger));
  await secure(app);
  app.setGlobalPrefix('api/v1', { exclude: ['healthz', 'readyz', 'metrics'] });
  app.useGlobalPipes(validationPipe());
  SwaggerModule.setup('api/docs', app, () => describeApi(app), { jsonDocumentUrl: 'openapi.json' });
  measure(app);
  await serveWeb(app);
  app.enableShutdownHooks();
  return app;
}

/** The OpenAPI description, from the zod schemas of every route. */
export function describeApi(app: NestFastifyApplication): OpenAPIObject {
  const description = new DocumentBuilder()
    .setTitle('Amanah')
    .setDescription('Delegated programme administration: tasks, decisions and money of a payment period.')
    .setVersion('1')
    .addCookieAuth('amanah_session')
    .addBearerAuth()
    .build();
  const document = SwaggerModule.createDocument(app, description);
  Object.assign((document.components ??= {}), { schemas: { ...document.components.schemas, ...namedSchemas } });
  return document;
}

async function secure(app: NestFastifyApplication): Promise<void> {
  await app.register(cookie);
  await app.register(multipart, { limits: { files: 1, fileSize: MAX_UPLOAD_BYTES, fields: 5 } });
  await app.register(helmet, {
    contentSecurityPolicy: {
      directives: {
        defaultSrc: ["'self'"],
        styleSrc: ["'self'", "'unsafe-inline'"],
        imgSrc: ["'self'", 'data:'],
        upgradeInsecureRequests: null,
      },
    },
    strictTransportSecurity: false,
  });
}

function measure(app: NestFastifyApplication): void {
  app
    .getHttpAdapter()
    .getInstance()
    .addHook('onResponse', (request, reply, done) => {
      const route = request.routeOptions.url ?? 'unknown';
      metrics.requests.observe({ method: request.method, route, status: reply.statusCode }, reply.elapsedTime / 1000);
      done();
    });
}

/** The built web app; deep links get its page, so that a reload keeps the place. */
async function serveWeb(app: NestFastifyApplication): Promise<void> {
  const root = projectFile('dist/apps/web');
  if (!existsSync(root)) return;
  await app.register(serveStatic, { root, wildcard: false, maxAge: '1h', immutable: false });
  app
    .getHttpAdapter()
    .getInstance()
    .get('/*', async (request, reply) => {
      if (!request.url.startsWith('/api/')) return reply.sendFile('index.html', { maxAge: 0 });
      reply.callNotFound();
      return reply;
    });
}
