import { advanceTo, required, type StageRunner } from '../periods/city-period.js';
import { activities } from '../tasks/activities.js';
import { isPaid } from './is-paid.js';
import { orderIds, startBeside } from './orders-beside.js';

/**
 * The order of the decree, until the bank has said of every instruction what became of it. Where some of its families are paid by another channel,
 * their order goes its own way beside.
 */
export const paymentStage: StageRunner = async (city) => {
  const [own, ...others] = orderIds(await activities.draftOrder(required(city.decreeId, 'decreeId')));
  const orderId = required(own, 'orderId');
  city.beside ??= await startBeside(city, others);
  if (!(await isPaid(city, orderId))) return advanceTo('payment');
  city.orderId = orderId;
  return advanceTo('distribution');
};
