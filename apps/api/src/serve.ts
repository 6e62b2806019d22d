import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DataSource } from 'typeorm';
import { refuseSandboxRemains } from '#application';
import type { Config } from '#config';
import { createApp } from './create-app.js';
import { removeLeftUploads } from './shared/left-uploads.js';

/** The API, listening. Refused beside what a sandbox has left; then nothing stays open. */
export async function serve(config: Config): Promise<NestFastifyApplication> {
  const app = await createApp();
  try {
    await refuseSandboxRemains(app.get(DataSource), config);
    await removeLeftUploads(config.exchangeDir);
    await app.listen(config.port, config.host);
  } catch (error) {
    await app.close();
    throw error;
  }
  return app;
}
