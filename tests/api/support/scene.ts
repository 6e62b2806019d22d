import { type TaskKind, taskRule, territoryAt } from '#domain';
import { createDataSource, rowOf } from '#persistence';
import { aPeriod, type MadePeriod } from '../../support/factories/periods.js';
import { Person } from '../../support/factories/api-client.js';
import { aNewTask, openTask } from '../../support/factories/tasks.js';
import { runningApi, type RunningApi } from './running-api.js';

export interface Scene {
  readonly api: RunningApi;
  readonly period: MadePeriod;
  person(username: string): Promise<Person>;
  /** An open task of a kind, in Kranji or above it. */
  task(kind: TaskKind, more?: Parameters<typeof aNewTask>[1]): Promise<string>;
  /** Changes rows as nobody could over HTTP, as the owner of the schema, to bring about what the spec is about. */
  sql(text: string, parameters?: unknown[]): Promise<unknown>;
}

export const KRANJI = '32.75.02.1002';

const PLACE = { nation: 'ID', city: '32.75', kecamatan: territoryAt(KRANJI, 'kecamatan'), kelurahan: KRANJI };
const TIER_OF_ROLE: Partial<Record<string, keyof typeof PLACE>> = {
  ppk: 'nation',
  kpa: 'nation',
  treasurer: 'nation',
  programme_officer: 'nation',
  camat: 'kecamatan',
  tksk: 'kecamatan',
  lurah: 'kelurahan',
  kelurahan_operator: 'kelurahan',
};

/** A running API with demo accounts and one period of Kota Bekasi under an accepted mandate. */
export async function aScene(settings: NodeJS.ProcessEnv = {}): Promise<Scene> {
  const api = await runningApi(settings);
  const period = await aPeriod(api.database.manager);
  return {
    api,
    period,
    person: async (username) => new Person(api.url, await api.token(username)),
    task: async (kind, more = {}) => {
      const territoryCode = PLACE[TIER_OF_ROLE[taskRule(kind).role] ?? 'city'];
      const place = territoryCode === 'ID' ? period.cityCode : territoryCode;
      return (await openTask(api.database, aNewTask(period, { kind, territoryCode: place, ...more }))).taskId;
    },
    sql: async (text, parameters = []) => {
      const owner = await createDataSource(api.ownerUrl, 1).initialize();
      return rowOf(owner.manager, text, parameters).finally(() => owner.destroy());
    },
  };
}
