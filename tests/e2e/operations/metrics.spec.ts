import { METRICS_TOKEN } from '../../support/servers/test-system.js';
import { sharedSystem } from '../support/shared-system.js';
import { familyOf, promQueries, seriesIn } from '../../support/observability.js';

/** Families that a running process tells Prometheus of. */
async function familiesAt(url: string, token?: string): Promise<string[]> {
  const headers = token === undefined ? {} : { authorization: `Bearer ${token}` };
  const answer = await fetch(`${url}/metrics`, { headers });
  expect(answer.status).toBe(200);
  return [...(await answer.text()).matchAll(/^# TYPE (\S+) /gm)].map(([, name = '']) => name);
}

test('alerts and dashboards ask for nothing that no process tells', async () => {
  const { url, workerUrl, environment } = sharedSystem();
  const bankUrl = `http://127.0.0.1:${environment['BANK_HTTP_PORT'] ?? ''}`;
  const families = new Set([
    'up',
    ...(await familiesAt(url, METRICS_TOKEN)),
    ...(await familiesAt(workerUrl)),
    ...(await familiesAt(bankUrl)),
  ]);
  const questions = promQueries().flatMap(([where, expr]) =>
    (seriesIn(expr) ?? []).map((series) => [where, familyOf(series)] as const),
  );
  expect(questions.length).toBeGreaterThan(20);
  expect(questions.filter(([, family]) => !families.has(family))).toEqual([]);
});
