import { Injectable } from '@nestjs/common';
import { BuildReports } from '#application';

/** Builds the reports of the tiers. Building again from the same facts gives the same hash. */
@Injectable()
export class ReportingActivities {
  constructor(private readonly reports: BuildReports) {}

  async buildKecamatanReports(
    periodId: string,
    cityCode: string,
  ): Promise<{ territoryCode: string; reportId: string }[]> {
    return this.reports.ofKecamatan(periodId, cityCode);
  }

  async buildCityReport(periodId: string, cityCode: string): Promise<string> {
    return this.reports.ofCity(periodId, cityCode);
  }

  /** The period as a whole: one line per city. */
  async buildPeriodReport(periodId: string): Promise<string> {
    return this.reports.ofPeriod(periodId);
  }
}
