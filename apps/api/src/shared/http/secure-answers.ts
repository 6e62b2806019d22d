import helmet from '@fastify/helmet';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';

const A_YEAR_SECONDS = 31_536_000;

/** Nothing is loaded, run, framed or styled but what this server serves; a page's own styles carry the nonce of its answer. */
const POLICY = {
  directives: {
    defaultSrc: ["'self'"],
    scriptSrc: ["'self'"],
    scriptSrcAttr: ["'none'"],
    styleSrc: ["'self'"],
    imgSrc: ["'self'", 'data:'],
    fontSrc: ["'self'"],
    objectSrc: ["'none'"],
    baseUri: ["'self'"],
    formAction: ["'self'"],
    frameAncestors: ["'none'"],
    upgradeInsecureRequests: null,
  },
  useDefaults: false,
};

/** The headers of every answer: of the API's, a browser keeps only one that says so, and https once is https from then on. */
export async function secureAnswers(app: NestFastifyApplication): Promise<void> {
  await app.register(helmet, { contentSecurityPolicy: POLICY, strictTransportSecurity: false });
  app
    .getHttpAdapter()
    .getInstance()
    .addHook('onSend', (request, reply, _payload, done) => {
      if (request.url.startsWith('/api/') && !reply.hasHeader('cache-control')) {
        void reply.header('cache-control', 'no-store');
      }
      if (request.protocol === 'https') {
        void reply.header('strict-transport-security', `max-age=${A_YEAR_SECONDS}`);
      }
      done();
    });
}
