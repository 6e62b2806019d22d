import { type StageRunner } from '../periods/city-period.js';
import { activities, longActivities } from '../tasks/activities.js';
import { decided } from '../tasks/human-task.js';

/** TKSK per kecamatan, then Dinsos, then the ministry: each tier signs the figures the facts give it. */
export const reportingStage: StageRunner = async ({ inbox, periodId, cityCode }) => {
  const parts = await longActivities.buildKecamatanReports(periodId, cityCode);
  const subjectOf = (territoryCode: string, id: string) =>
    ({ periodId, cityCode, territoryCode, type: 'report', id }) as const;
  await Promise.all(
    parts.map((part) => decided(inbox, 'report.kecamatan', subjectOf(part.territoryCode, part.reportId))),
  );
  const reportId = await activities.buildCityReport(periodId, cityCode);
  await decided(inbox, 'report.city', subjectOf(cityCode, reportId));
  await decided(inbox, 'report.accept', subjectOf(cityCode, reportId));
  return { end: 'reported' };
};
