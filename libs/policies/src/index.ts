export { loadIssuingRegions } from './issuing-regions.js';
export { type LoadedPolicy, parsePolicy, readPolicies } from './policy-file.js';
export { projectFile } from './project-file.js';
export { shippedOutlinesFile, shippedRegions, shippedRegionsFile } from './shipped-regions.js';
export { loadNationalHolidays, loadWorkingCalendar, type NationalHoliday } from './working-calendar.js';
