import * as z from 'zod/mini';

const TASK_VIEWS = ['waiting', 'mine', 'pool', 'behalf', 'watched', 'territory', 'done'] as const;
export type TaskView = (typeof TASK_VIEWS)[number];

export const OFFICE_KINDS = ['ministry', 'bank', 'post', 'province', 'city', 'kecamatan', 'kelurahan'] as const;
export const OFFICER_STATES = ['active', 'leave', 'waiting', 'former', 'disabled'] as const;

/** A parameter that is absent or unreadable; a broken link opens the unfiltered page, never an error. */
const optional = <Schema extends z.ZodMiniType>(schema: Schema) => z.catch(z.optional(schema), undefined);
const text = optional(z.string().check(z.maxLength(200)));

export const SignInSearch = z.object({ to: text, ended: optional(z.boolean()) });
export const InboxSearch = z.object({ view: optional(z.enum(TASK_VIEWS)), kind: text, periodId: text });
export const MoneySearch = z.object({ level: optional(z.enum(['kecamatan', 'kelurahan'])), within: text });
export const WideMoneySearch = z.object({ within: text });
export const DashboardSearch = z.object({ territory: text, sort: text });
const channel = optional(z.enum(['card', 'post']));
export const EntitlementsSearch = z.object({
  territoryCode: text,
  states: text,
  reason: text,
  payer: text,
  channel,
  isIdle: optional(z.boolean()),
  orderId: text,
});
export const OrdersSearch = z.object({
  text,
  states: optional(z.enum(['drafted', 'released', 'sent', 'refused', 'settled'])),
  sort: optional(z.enum(['place', 'amount'])),
});
export const CardsSearch = z.object({
  text,
  state: text,
  want: text,
  bank: text,
  territory: text,
  sort: optional(z.enum(['since', 'place'])),
});
export const ComplaintsSearch = z.object({
  view: optional(z.enum(['open', 'closed'])),
  kind: text,
  text,
});
export const OutreachSearch = z.object({ periodId: text, cityCode: text, text, sort: text, state: text });
export const OutreachEffectSearch = z.object({ beforeId: text, afterId: text, cityCode: text });
export const FilesSearch = z.object({
  text,
  channel,
  kind: text,
  state: text,
  periodId: text,
  payer: text,
  isLate: optional(z.boolean()),
});
export const ReturnsSearch = z.object({ text, stage: text, periodId: text });
export const ScoresSearch = z.object({ text, channel, sort: text, over: optional(z.number()) });
export const PoliciesSearch = z.object({ programme: text, text });
export const ServicesSearch = z.object({ text });
export const BreaksSearch = z.object({
  state: optional(z.enum(['open', 'settled'])),
  text,
  type: text,
  territoryCode: text,
  openedBy: text,
  settledBy: text,
  payer: text,
  channel,
  sort: optional(z.enum(['number', 'due'])),
});
export const CasesSearch = z.object({
  kelurahanCode: text,
  territoryCode: text,
  reason: text,
  state: optional(z.enum(['open', 'to_visit', 'to_decide', 'decided', 'used', 'lapsed'])),
});
export const FamiliesSearch = z.object({
  kelurahanCode: text,
  state: optional(z.enum(['valid', 'warning', 'invalid', 'duplicate'])),
  verdict: optional(z.enum(['eligible', 'ineligible', 'check', 'none'])),
  matchResult: optional(z.enum(['matched', 'not_matched', 'duplicate', 'dead', 'no_document', 'absent'])),
});
export const DoubtsSearch = z.object({
  kind: optional(z.enum(['identity', 'listed', 'excluded'])),
  view: optional(z.enum(['undecided', 'open', 'settled'])),
});
export const CheckListsSearch = z.object({ kind: text, sort: optional(z.enum(['newest', 'kind', 'hits'])) });
export const NotificationsSearch = z.object({ view: optional(z.enum(['unread'])) });
export const OfficesSearch = z.object({ search: text, kind: optional(z.enum(OFFICE_KINDS)) });
export const OfficersSearch = z.object({
  search: text,
  role: text,
  officeId: text,
  state: optional(z.enum(OFFICER_STATES)),
});
export const ActivateSearch = z.object({ username: text });
export const AuditSearch = z.object({
  subjectType: text,
  subjectId: text,
  officer: text,
  action: text,
  from: text,
  to: text,
});
export const EscalationsSearch = z.object({ until: text });
export const WebhooksSearch = z.object({ endpointId: text, state: text, type: text, text, sort: text });
export const CalendarSearch = z.object({ month: text });
