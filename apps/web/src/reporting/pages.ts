/** The pages of reporting, loaded together: each file that is loaded by itself costs the first screen its name. */
export { AlertsPage } from './alerts/alerts-page';
export { DashboardPage } from './dashboard-page';
export { ReportPage } from './report-page';
export { ReportsPage } from './reports-page';
