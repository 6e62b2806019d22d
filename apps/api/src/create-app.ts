import 'reflect-metadata';
import { randomUUID } from 'node:crypto';
import cookie from '@fastify/cookie';
import multipart from '@fastify/multipart';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { DocumentBuilder, SwaggerModule, type OpenAPIObject } from '@nestjs/swagger';
import { Logger } from 'nestjs-pino';
import { loadConfig } from '#config';
import { metrics } from '#telemetry';
import { AppModule } from './app.module.js';
import { namedSchemas } from './shared/answers.js';
import { limitBodies, USUAL_BODY_BYTES } from './shared/http/body-limits.js';
import { secureAnswers } from './shared/http/secure-answers.js';
import { serveWeb } from './shared/http/serve-web.js';
import { PAPER } from './shared/upload.js';
import { validationPipe } from './shared/validation.js';

/** The API ready to listen: routes under /api/v1, the web app beside them, everything refused by default. */
export async function createApp(): Promise<NestFastifyApplication> {
  const { trustedProxies, apiDocs } = loadConfig();
  const adapter = new FastifyAdapter({
    trustProxy: trustedProxies.length > 0 && trustedProxies,
    bodyLimit: USUAL_BODY_BYTES,
    genReqId: () => randomUUID(),
  });
  const app = await NestFactory.create<NestFastifyApplication>(AppModule, adapter, {
    bufferLogs: true,
    forceCloseConnections: true,
  });
  app.useLogger(app.get(Logger));
  limitBodies(app);
  await app.register(cookie);
  await app.register(multipart, { limits: { files: 1, fileSize: PAPER.mostBytes, fields: 5 } });
  await secureAnswers(app);
  app.setGlobalPrefix('api/v1', { exclude: ['healthz', 'readyz', 'metrics'] });
  app.useGlobalPipes(validationPipe());
  if (apiDocs) SwaggerModule.setup('api/docs', app, () => describeApi(app), { jsonDocumentUrl: 'openapi.json' });
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
