import { readFileSync } from 'node:fs';
import { alertRules, promQueries, seriesIn } from '../support/observability.js';

test.each(promQueries())('%s asks in the language of Prometheus', (_where, expr) => {
  expect(seriesIn(expr)).not.toEqual([]);
  expect(seriesIn(expr)).toBeDefined();
});

test('what is no query is found', () => {
  expect(seriesIn('sum by (job (up)')).toBeUndefined();
  expect(seriesIn('max(amanah_outbox_waiting) > 5')).toEqual(['amanah_outbox_waiting']);
});

test('every alert says what to do, and nothing is said of an alert that is not there', () => {
  const passages = [...readFileSync('docs/runbooks.md', 'utf8').matchAll(/^## (\w+)$/gm)].map(([, name]) => name);
  expect(alertRules().map(({ alert }) => alert)).toEqual(passages);
  for (const { alert, annotations, labels } of alertRules()) {
    expect(annotations.runbook).toBe(`docs/runbooks.md#${alert.toLowerCase()}`);
    expect(annotations.summary).not.toBe('');
    expect(['page', 'ticket']).toContain(labels.severity);
  }
});
