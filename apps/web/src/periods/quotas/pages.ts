export { NewQuotaChangePage } from './new-quota-change-page';
export { QuotaChangePage } from './quota-change-page';
export { QuotaChangesPage } from './quota-changes-page';
