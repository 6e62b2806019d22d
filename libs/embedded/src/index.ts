export { startPostgres, type PostgresOptions, type RunningPostgres } from './postgres/start-postgres.js';
export { freePort } from './system/free-port.js';
export { duration, type Say } from './system/say.js';
export { resolveTemporalServer, type TemporalServer } from './temporal/resolve-temporal-server.js';
export { resolveTestServer } from './temporal/resolve-test-server.js';
export { startTemporal, type RunningTemporal, type TemporalOptions } from './temporal/start-temporal.js';
