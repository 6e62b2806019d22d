export { paymentOrderWorkflow } from './distribution/payment-order.workflow.js';
export { treasuryReturnWorkflow } from './distribution/treasury-return.workflow.js';
export { followUpDeskWorkflow } from './follow-up/follow-up-desk.workflow.js';
export { cityPeriodWorkflow } from './periods/city-period.workflow.js';
export { programmePeriodWorkflow } from './periods/programme-period.workflow.js';
