import type { NestFastifyApplication } from '@nestjs/platform-fastify';

const KB = 1024;

/** The largest JSON of most commands is a period's quotas, about 40 kB. */
export const USUAL_BODY_BYTES = 256 * KB;

/** Routes that take more, by the thousand, and those that anybody may call and that take a name and a password. */
const LIMITS: readonly (readonly [RegExp, number])[] = [
  // What a device makes has its public half twice, and who vouches for it.
  [/^\/api\/v1\/auth\/passkeys$/, 32 * KB],
  [/^\/api\/v1\/auth\//, 4 * KB],
  [/^\/api\/v1\/tasks\/(bulk\/|:taskId\/(verdicts|resolutions)$)/, 2 * KB * KB],
];

/** What is larger is refused by its length, before it is received. Files have limits of their own: see `withUpload`. */
export function limitBodies(app: NestFastifyApplication): void {
  app
    .getHttpAdapter()
    .getInstance()
    .addHook('onRoute', (route) => {
      const own = LIMITS.find(([path]) => path.test(route.url))?.[1];
      if (own !== undefined) route.bodyLimit = own;
    });
}
