import type { EntityManager } from 'typeorm';
import type { ConservationStatement, Measure, ReportContent, ReportLine, ReportMeasure } from '#domain';
import { ConservationRepository, PeriodRepository, ReferenceRepository, TreasuryReturnRepository } from '#persistence';

const measure = ({ families, amountRupiah }: Measure): ReportMeasure => ({
  families,
  amountRupiah: amountRupiah.toString(),
});

const lineOf = (territoryCode: string, name: string, statement: ConservationStatement): ReportLine => ({
  territoryCode,
  name,
  allocated: measure(statement.allocated),
  credited: measure(statement.credited),
  transacted: measure(statement.transacted),
  notTransacted: measure(statement.notTransacted),
  failed: measure(statement.failed),
  returned: measure(statement.returned),
});

/** Puts a tier's report together from the facts; nobody types a figure. */
export class ReportBuilder {
  constructor(private readonly manager: EntityManager) {}

  async kecamatan(periodId: string, cityCode: string, territoryCode: string): Promise<ReportContent> {
    const money = new ConservationRepository(this.manager);
    const own = (await money.parts(periodId, cityCode, 'kecamatan')).find(
      (part) => part.territoryCode === territoryCode,
    );
    if (own === undefined) throw new Error('a kecamatan that reports has families');
    const parts = await money.parts(periodId, territoryCode, 'kelurahan');
    return this.content(periodId, cityCode, 'kecamatan', own, parts);
  }

  async city(periodId: string, cityCode: string): Promise<ReportContent> {
    const money = new ConservationRepository(this.manager);
    const [city] = await new ReferenceRepository(this.manager).territoriesBelow(cityCode);
    const own = {
      territoryCode: cityCode,
      name: city?.name ?? cityCode,
      statement: await money.of(periodId, cityCode),
    };
    return this.content(periodId, cityCode, 'city', own, await money.parts(periodId, cityCode, 'kecamatan'));
  }

  private async content(
    periodId: string,
    cityCode: string,
    tier: 'kecamatan' | 'city',
    own: { territoryCode: string; name: string; statement: ConservationStatement },
    parts: readonly { territoryCode: string; name: string; statement: ConservationStatement }[],
  ): Promise<ReportContent> {
    const { programme, code, months } = await new PeriodRepository(this.manager).find(periodId);
    const { statement } = own;
    return {
      programme,
      period: code,
      months,
      tier,
      territoryCode: own.territoryCode,
      territoryName: own.name,
      total: lineOf(own.territoryCode, own.name, statement),
      unallocated: measure(statement.unallocated),
      pending: measure(statement.pending),
      unreconciled: measure(statement.unreconciled),
      held: measure(statement.held),
      firstDifferenceRupiah: statement.firstDifferenceRupiah.toString(),
      secondDifferenceRupiah: statement.secondDifferenceRupiah.toString(),
      lines: parts.map((part) => lineOf(part.territoryCode, part.name, part.statement)),
      reasons: await new ConservationRepository(this.manager).reasons(periodId, own.territoryCode),
      ntpn: await new TreasuryReturnRepository(this.manager).ntpnOf(periodId, cityCode),
    };
  }
}
