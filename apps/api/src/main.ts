import { Logger } from 'nestjs-pino';
import { loadConfig } from '#config';
import { serve } from './serve.js';

const config = loadConfig();
const app = await serve(config);
app.get(Logger).log(`listening on ${config.host}:${config.port}`);
