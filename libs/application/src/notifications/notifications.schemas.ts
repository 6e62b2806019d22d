import { z } from 'zod';
import { MAIL_MODES, NOTIFICATION_KINDS, TASK_KINDS } from '#domain';
import { PageQuery } from '../shared/page.js';
import { instant, pageOf } from '../shared/shapes.js';

const Kind = z.enum(NOTIFICATION_KINDS);
const RowId = z.string().regex(/^\d{1,18}$/);

export const NotificationQuery = PageQuery.extend({ unread: z.enum(['true', 'false']).optional() });
export type NotificationQuery = z.infer<typeof NotificationQuery>;

const Notification = z
  .object({
    id: RowId,
    kind: z.string(),
    /** The key of its sentence in the catalogues. */
    sentence: z.string(),
    task: z.object({ id: z.uuid(), kind: z.enum(TASK_KINDS), isOpen: z.boolean(), dueOn: z.string() }).nullable(),
    /** Whose page in the register it is about. */
    officerId: z.uuid().nullable(),
    /** The change of quotas it is about; null otherwise. */
    quotaChangeId: z.uuid().nullable(),
    territoryCode: z.string().nullable(),
    territoryName: z.string().nullable(),
    occurredAt: instant(),
    readAt: instant().nullable(),
  })
  .meta({ id: 'Notification' });
export type Notification = z.infer<typeof Notification>;

export const NotificationPage = pageOf(Notification).meta({ id: 'NotificationPage' });
export type NotificationPage = z.infer<typeof NotificationPage>;

export const UnreadCount = z.object({ unread: z.number().int() }).meta({ id: 'UnreadCount' });
export type UnreadCount = z.infer<typeof UnreadCount>;

/** These, or everything up to the newest that was seen. */
export const ReadNotifications = z
  .union([z.strictObject({ ids: z.array(RowId).min(1).max(500) }), z.strictObject({ upTo: RowId })])
  .meta({ id: 'ReadNotifications' });
export type ReadNotifications = z.infer<typeof ReadNotifications>;

export const NotificationSetting = z
  .object({
    /** Whether a mail server is set up here; without one, people are told in the app alone. */
    isAvailable: z.boolean(),
    email: z.string().nullable(),
    isConfirmed: z.boolean(),
    isCodeSent: z.boolean(),
    mode: z.enum(MAIL_MODES),
    kindsOff: z.array(Kind),
    kinds: z.array(Kind),
    digestHour: z.number().int(),
    /** With what the mail server refused the address for good. */
    refusal: z.string().nullable(),
  })
  .meta({ id: 'NotificationSetting' });
export type NotificationSetting = z.infer<typeof NotificationSetting>;

export const NewNotificationSetting = z
  .strictObject({
    email: z.string().trim().max(300).nullable(),
    mode: z.enum(MAIL_MODES),
    kindsOff: z.array(Kind).max(NOTIFICATION_KINDS.length),
  })
  .meta({ id: 'NewNotificationSetting' });
export type NewNotificationSetting = z.infer<typeof NewNotificationSetting>;

export const ConfirmAddress = z.strictObject({ code: z.string().trim().max(20) }).meta({ id: 'ConfirmAddress' });
export type ConfirmAddress = z.infer<typeof ConfirmAddress>;
