import { readFileSync } from 'node:fs';
import { type IsoDate, WorkingCalendar } from '#domain';
import { projectFile } from './project-file.js';

export interface NationalHoliday {
  readonly day: IsoDate;
  readonly name: string;
  /** The ministers' joint decree. */
  readonly source: string;
}

/** Days that are no working days anywhere, from the ministers' joint decrees (data/holidays, with sources). */
export function loadNationalHolidays(): NationalHoliday[] {
  const rows = readFileSync(projectFile('data/holidays/id.csv'), 'utf8').trim().split('\n').slice(1);
  return rows.map((row) => {
    const [day = '', name = '', , source = ''] = row.split(',');
    return { day, name, source };
  });
}

export function loadWorkingCalendar(): WorkingCalendar {
  return new WorkingCalendar(new Set(loadNationalHolidays().map(({ day }) => day)));
}
