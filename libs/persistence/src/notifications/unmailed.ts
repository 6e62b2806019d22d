/** The condition "this notification `n` is to be mailed by the setting `s` and is in no mail yet". */
export const UNMAILED = `n.officer_id = s.officer_id and n.read_at is null and n.mail_id is null and n.id > s.mail_after
  and n.kind <> all(s.kinds_off)`;
