export { type LoadedPolicy, parsePolicy, readPolicies } from './policy-file.js';
export { projectFile } from './project-file.js';
export { loadWorkingCalendar } from './working-calendar.js';
