import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { type ReportContent, sumRupiah } from '#domain';
import { ConservationRepository, inTransaction, PeriodRepository, ReportRepository } from '#persistence';
import { ReportBuilder } from './report-builder.js';

/** Builds the reports of the tiers. Building again from the same facts gives the same hash. */
@Injectable()
export class BuildReports {
  constructor(private readonly database: DataSource) {}

  async ofKecamatan(periodId: string, cityCode: string): Promise<{ territoryCode: string; reportId: string }[]> {
    return inTransaction(this.database, async (manager) => {
      const parts = await new ConservationRepository(manager).parts(periodId, cityCode, 'kecamatan');
      const built: { territoryCode: string; reportId: string }[] = [];
      for (const { territoryCode } of parts) {
        const content = await new ReportBuilder(manager).kecamatan(periodId, cityCode, territoryCode);
        const { id } = await new ReportRepository(manager).keep({
          periodId,
          cityCode,
          tier: 'kecamatan',
          territoryCode,
          content,
        });
        built.push({ territoryCode, reportId: id });
      }
      return built;
    });
  }

  async ofCity(periodId: string, cityCode: string): Promise<string> {
    return inTransaction(this.database, async (manager) => {
      const content = await new ReportBuilder(manager).city(periodId, cityCode);
      const report = { periodId, cityCode, tier: 'city' as const, territoryCode: cityCode, content };
      return (await new ReportRepository(manager).keep(report)).id;
    });
  }

  /** The period as a whole: one line per city. */
  async ofPeriod(periodId: string): Promise<string> {
    return inTransaction(this.database, async (manager) => {
      const { programme, code, months } = await new PeriodRepository(manager).find(periodId);
      const cities: ReportContent[] = [];
      for (const { cityCode } of await new PeriodRepository(manager).allocations(periodId)) {
        cities.push(await new ReportBuilder(manager).city(periodId, cityCode));
      }
      const content = totalOf(cities, { programme, period: code, months });
      const report = { periodId, cityCode: 'ID', tier: 'period' as const, territoryCode: 'ID', content };
      return (await new ReportRepository(manager).keep(report)).id;
    });
  }
}

const MEASURES = ['allocated', 'credited', 'transacted', 'notTransacted', 'failed', 'returned'] as const;
const RESTS = ['unallocated', 'pending', 'unreconciled', 'held'] as const;

type Measures = ReportContent['held'][];

const add = (measures: Measures): ReportContent['held'] => ({
  families: measures.reduce((sum, { families }) => sum + families, 0),
  amountRupiah: sumRupiah(measures.map(({ amountRupiah }) => BigInt(amountRupiah))).toString(),
});

const addText = (amounts: string[]): string => sumRupiah(amounts.map(BigInt)).toString();

function totalOf(
  cities: readonly ReportContent[],
  period: Pick<ReportContent, 'programme' | 'period' | 'months'>,
): ReportContent {
  const totals = Object.fromEntries(MEASURES.map((key) => [key, add(cities.map((city) => city.total[key]))]));
  const rests = Object.fromEntries(RESTS.map((key) => [key, add(cities.map((city) => city[key]))]));
  return {
    ...period,
    tier: 'period',
    territoryCode: 'ID',
    territoryName: 'Nasional',
    total: {
      territoryCode: 'ID',
      name: 'Nasional',
      ...(totals as Record<(typeof MEASURES)[number], ReportContent['held']>),
    },
    ...(rests as Record<(typeof RESTS)[number], ReportContent['held']>),
    firstDifferenceRupiah: addText(cities.map((city) => city.firstDifferenceRupiah)),
    secondDifferenceRupiah: addText(cities.map((city) => city.secondDifferenceRupiah)),
    lines: cities.map((city) => city.total),
    reasons: cities.flatMap((city) => city.reasons),
    ntpn: null,
  };
}
