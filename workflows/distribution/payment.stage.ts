import { advanceTo, required, type StageRunner } from '../periods/city-period.js';
import { activities } from '../tasks/activities.js';
import { isPaid } from './is-paid.js';

/** The order of the decree, until the bank has said of every instruction what became of it. */
export const paymentStage: StageRunner = async (city) => {
  const orderId = await activities.draftOrder(required(city.decreeId, 'decreeId'));
  if (!(await isPaid(city, orderId))) return advanceTo('payment');
  city.orderId = orderId;
  return advanceTo('distribution');
};
