export const MAIL_MODES = ['off', 'immediate', 'digest'] as const;
export type MailMode = (typeof MAIL_MODES)[number];

/** The hour of the programme's day, in Jakarta, from which the day's digest goes out. */
export const DIGEST_HOUR = 7;

/** A code lives so long, stands so many tries, and so many are sent in an hour: six digits are few. */
export const CODE_MINUTES = 30;
export const CODE_TRIES = 5;
export const CODES_PER_HOUR = 5;

/** After so many attempts, about a day, a mail is given up. */
export const MAIL_ATTEMPTS = 28;
const LONGEST_MINUTES = 60;

/** How long a mail waits after its n-th attempt: twice as long each time, an hour at most. */
export const mailRetryMinutes = (attempts: number): number =>
  Math.min(2 ** Math.min(Math.max(attempts, 1) - 1, 10), LONGEST_MINUTES);

const LOCAL = /^[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*$/;
const DOMAIN = /^([A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?\.)+[A-Za-z]{2,63}$/;

/** The form of an address that any mail server takes (RFC 5321 without quotes). Whether somebody reads it, its code shows. */
export function isMailAddress(text: string): boolean {
  const at = text.lastIndexOf('@');
  const [local, domain] = [text.slice(0, at), text.slice(at + 1)];
  return at > 0 && text.length <= 254 && local.length <= 64 && LOCAL.test(local) && DOMAIN.test(domain);
}
