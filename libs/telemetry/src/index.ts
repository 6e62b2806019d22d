export { loggerOptions } from './logger-options.js';
export { metrics } from './metrics.js';
