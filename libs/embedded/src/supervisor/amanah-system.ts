import { mkdirSync } from 'node:fs';
import { postgresUrl, type PostgresOptions } from '../postgres/start-postgres.js';
import type { Launched } from '../system/launch.js';
import { duration, type Say } from '../system/say.js';
import { resolveTemporalServer } from '../temporal/resolve-temporal-server.js';
import { databaseAddresses } from './database-addresses.js';
import { choosePorts, environmentOf, type Ports } from './environment.js';
import { releaseLock, takeLock } from './lock.js';
import { stopOrphans } from './orphans.js';
import { Places } from './places.js';
import { removeRunFile, writeRunFile, type RunFile } from './run-file.js';
import { newRun } from './new-run.js';
import { secretsIn } from './secrets.js';
import { appService, postgresService, temporalService, type AppName } from './services.js';
import { runStep } from './step.js';
import { Supervised, type Service } from './supervised.js';

/** The whole system on one machine: its servers and processes, kept alive until it is stopped. */
export class AmanahSystem {
  private readonly servers: Supervised[] = [];
  private readonly apps: Supervised[] = [];
  private step: Launched | undefined;
  private stopped: Promise<void> | undefined;
  private run: RunFile | undefined;
  private holdsLock = false;

  constructor(
    private readonly say: Say,
    private readonly env: NodeJS.ProcessEnv = process.env,
    private readonly places = new Places(env),
  ) {}

  /** Starts what is missing, in order. Throws when another start holds the state, or when anything does not come up. */
  async start(): Promise<RunFile> {
    takeLock(this.places);
    this.holdsLock = true;
    await stopOrphans(this.places, this.say);
    const temporal = await resolveTemporalServer(this.say);
    const ports = await choosePorts(this.env, this.say);
    const secrets = secretsIn(this.places);
    for (const personal of [this.places.exchange(), this.places.bank(), this.places.post()])
      mkdirSync(personal, { recursive: true, mode: 0o700 });
    const postgres = this.postgresOptions(ports, secrets.postgresPassword);
    const { env, places } = this;
    const database = databaseAddresses(env, postgresUrl(postgres), secrets.applicationPassword);
    const environment = environmentOf({ env, places, secrets, ports, temporal, databaseUrl: database.application });
    this.run = newRun(environment);
    this.record();
    await this.startServers(ports, postgres, temporal.kind === 'executable' ? temporal.path : undefined);
    await this.startApps(environment, database.owner);
    this.run.ready = true;
    this.record();
    return this.run;
  }

  /**
   * PostgreSQL alone, for a restore. What the command needs as environment; with it the addresses of owner and application, and
   * where Temporal looks for what waits. Throws when another start holds the state.
   */
  async startDatabase(): Promise<Record<string, string>> {
    takeLock(this.places);
    this.holdsLock = true;
    await stopOrphans(this.places, this.say);
    const ports = await choosePorts(this.env, this.say);
    const secrets = secretsIn(this.places);
    const postgres = this.postgresOptions(ports, secrets.postgresPassword);
    await this.startServers(ports, postgres, undefined);
    const database = databaseAddresses(this.env, postgresUrl(postgres), secrets.applicationPassword);
    return {
      DATABASE_URL: database.application,
      DATABASE_OWNER_URL: database.owner,
      AMANAH_DATA_KEY: this.env['AMANAH_DATA_KEY'] ?? secrets.dataKey,
      AMANAH_INDEX_KEY: this.env['AMANAH_INDEX_KEY'] ?? secrets.indexKey,
      AMANAH_TEMPORAL_FILE: this.places.temporal(),
    };
  }

  /** Lets a process of our own begin again with the code that is there now. */
  async replace(name: AppName): Promise<void> {
    await this.apps.find((app) => app.service.name === name)?.replace();
  }

  /** Apps first, so that nothing writes to a server that is going away. A repeat waits for the first. */
  stop(): Promise<void> {
    this.stopped ??= this.stopAll();
    return this.stopped;
  }

  private async startServers(
    ports: Ports,
    postgres: PostgresOptions,
    temporalProgram: string | undefined,
  ): Promise<void> {
    const starting: Promise<void>[] = [];
    const isElsewhere = Boolean(this.env['DATABASE_URL'] ?? this.env['DATABASE_OWNER_URL']);
    if (!isElsewhere) starting.push(this.supervise('PostgreSQL', postgresService(postgres), this.servers));
    if (temporalProgram !== undefined) {
      const { temporal: port, temporalUi: uiPort } = ports;
      const options = { executable: temporalProgram, dbFile: this.places.temporal(), port, uiPort };
      const service = temporalService({ ...options, logFile: this.places.log('temporal') });
      starting.push(this.supervise('Temporal', service, this.servers));
    }
    await Promise.all(starting);
  }

  /** Only the migration learns how the owner of the schema signs in. */
  private async startApps(environment: Record<string, string>, ownerUrl: string): Promise<void> {
    const asOwner = { ...environment, DATABASE_OWNER_URL: ownerUrl };
    for (const command of ['migrate', 'prepare']) {
      this.assertWanted();
      const its = command === 'migrate' ? asOwner : environment;
      const work = runStep(command, this.places, its, (launched) => (this.step = launched));
      await this.timed(command === 'migrate' ? 'Database schema' : 'Policies and regions', work);
    }
    const names = ['bank', 'post', 'worker', 'api'] as const;
    await Promise.all(names.map((name) => this.supervise(name, appService(name, this.places, environment), this.apps)));
  }

  private supervise(label: string, service: Service, group: Supervised[]): Promise<void> {
    this.assertWanted();
    const supervised = new Supervised(service, this.say, (name, pid) => {
      if (this.run !== undefined) this.run.pids[name] = pid;
      this.record();
    });
    group.push(supervised);
    return this.timed(label, supervised.start());
  }

  private async timed(label: string, work: Promise<void>): Promise<void> {
    const started = Date.now();
    await work;
    this.say(`${label}: ready in ${duration(Date.now() - started)}`);
  }

  /** A stop that comes in the middle of a start must not be overtaken by the rest of the start. */
  private assertWanted(): void {
    if (this.stopped !== undefined) throw new Error('stopped while starting');
  }

  private record(): void {
    if (this.run !== undefined && this.stopped === undefined) writeRunFile(this.places, this.run);
  }

  private async stopAll(): Promise<void> {
    await this.step?.stop();
    await Promise.all(this.apps.map((app) => app.stop()));
    await Promise.all(this.servers.map((server) => server.stop()));
    if (!this.holdsLock) return;
    removeRunFile(this.places);
    releaseLock(this.places);
  }

  private postgresOptions(ports: Ports, password: string): PostgresOptions {
    return { dataDir: this.places.postgres(), port: ports.postgres, password, logFile: this.places.log('postgres') };
  }
}
