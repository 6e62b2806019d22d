import { type OfficeOfCity, OFFICER_COLUMNS, OPTIONAL_OFFICER_COLUMNS } from '#domain';

/** A list of officers in which only the people are missing: filled in, it is imported on the page of officers. */
export function vacancies(offices: readonly OfficeOfCity[]): string[][] {
  const columns = OFFICER_COLUMNS.filter((column) => !OPTIONAL_OFFICER_COLUMNS.includes(column));
  const lines = new Map<string, string[]>();
  for (const { name, kind, territoryCode, vacant } of offices) {
    for (const role of vacant) {
      const cells = { KANTOR: name, TINGKAT: kind, 'KODE WILAYAH': territoryCode, PERAN: role };
      // Two cities have the same coordinator of their province.
      lines.set(
        `${territoryCode} ${role}`,
        columns.map((column) => (cells as Partial<Record<string, string>>)[column] ?? ''),
      );
    }
  }
  return [[...columns], ...lines.values()];
}
