import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DataSource } from 'typeorm';
import { refuseOwnersRole, refuseSandboxRemains } from '#application';
import type { Config } from '#config';
import { createApp } from './create-app.js';
import { removeLeftUploads } from './shared/left-uploads.js';

/** The API, listening. Refused as the owner of the schema and beside what a sandbox has left; then nothing stays open. */
export async function serve(config: Config): Promise<NestFastifyApplication> {
  const app = await createApp();
  try {
    await refuseOwnersRole(app.get(DataSource));
    await refuseSandboxRemains(app.get(DataSource), config);
    await removeLeftUploads(config.exchangeDir);
    await app.listen(config.port, config.host);
  } catch (error) {
    await app.close();
    throw error;
  }
  return app;
}
