import { Logger } from 'nestjs-pino';
import { loadConfig } from '#config';
import { createApp } from './create-app.js';

const { host, port } = loadConfig();
const app = await createApp();
await app.listen(port, host);
app.get(Logger).log(`listening on ${host}:${port}`);
