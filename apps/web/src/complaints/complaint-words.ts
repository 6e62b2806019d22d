import type { ComplaintRow, ComplaintWait, FollowedComplaint } from '../api/schemas';

export const KINDS: readonly ComplaintRow['kind'][] = [
  ...(['not_received', 'not_listed', 'wrong_data', 'card_trouble', 'goods', 'information'] as const),
  ...(['extortion', 'card_held', 'violence', 'conduct', 'leadership', 'other'] as const),
];
export const OUTCOMES: readonly NonNullable<FollowedComplaint['outcome']>[] = [
  ...(['granted', 'partly', 'rejected', 'informed', 'not_ours'] as const),
];
export const WAITING_FOR: readonly ComplaintWait['waitingFor'][] = [
  ...(['applicant', 'bank', 'register', 'other_office', 'visit'] as const),
];
