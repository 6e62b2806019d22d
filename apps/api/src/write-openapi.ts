import { writeFileSync } from 'node:fs';
import { projectFile } from '#policies';
import { createApp, describeApi } from './create-app.js';

/** Writes the committed OpenAPI file from the routes; needs the environment of a running API. */
const app = await createApp();
await app.init();
writeFileSync(projectFile('apps/api/openapi.json'), `${JSON.stringify(describeApi(app), null, 2)}\n`);
await app.close();
