import { readFileSync } from 'node:fs';
import { projectFile } from './project-file.js';
import { WorkingCalendar } from '#domain';

/** Days that are no working days, from the ministers' joint decrees (data/holidays, with sources). */
export function loadWorkingCalendar(): WorkingCalendar {
  const rows = readFileSync(projectFile('data/holidays/id.csv'), 'utf8').trim().split('\n').slice(1);
  return new WorkingCalendar(new Set(rows.map((row) => row.slice(0, 10))));
}
