import { parser } from '@prometheus-io/lezer-promql';
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';

export interface AlertRule {
  readonly alert: string;
  readonly expr: string;
  readonly labels: { readonly severity: string };
  readonly annotations: { readonly summary: string; readonly runbook: string };
}

interface Panel {
  readonly title: string;
  readonly targets?: readonly { readonly expr: string }[];
}

export const alertRules = (): readonly AlertRule[] => {
  const { groups } = parse(readFileSync('observability/alerts.yml', 'utf8')) as { groups: { rules: AlertRule[] }[] };
  return groups.flatMap(({ rules }) => rules);
};

/** What alerts and dashboards ask Prometheus, each with where it stands. */
export function promQueries(): readonly (readonly [where: string, expr: string])[] {
  const { panels } = JSON.parse(readFileSync('observability/grafana/dashboards/amanah.json', 'utf8')) as {
    panels: Panel[];
  };
  return [
    ...alertRules().map(({ alert, expr }) => [alert, expr] as const),
    ...panels.flatMap(({ title, targets = [] }) => targets.map(({ expr }) => [title, expr] as const)),
  ];
}

/** Names of the series in a query; undefined where it is no PromQL by Prometheus's own grammar. */
export function seriesIn(expr: string): readonly string[] | undefined {
  const names: string[] = [];
  const faults: number[] = [];
  parser.parse(expr).iterate({
    enter: ({ name, type, from, to }) => {
      if (type.isError) faults.push(from);
      if (name === 'Identifier') names.push(expr.slice(from, to));
    },
  });
  return faults.length === 0 ? names : undefined;
}

/** A histogram is several series under one name. */
export const familyOf = (series: string): string => series.replace(/_(bucket|count|sum)$/, '');
