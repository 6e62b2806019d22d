/** The bank officer's pages, loaded together: each file that is loaded by itself costs the first screen its name. */
export { FilePage } from './file-page';
export { FilesPage } from './files-page';
export { ScorecardPage } from './scorecard-page';
export { ReturnCalendarPage } from '../return/return-calendar-page';
