import { mailCode } from '#auth';
import type { MailLine, MailWords } from '#channels';
import { CODE_MINUTES, sentenceOf } from '#domain';
import { type Language, LANGUAGES, translate } from '#messages';
import type { ClaimedMail, MailCount, MailItem } from '#persistence';

export interface MailContent {
  readonly items: readonly MailItem[];
  readonly counts: readonly MailCount[];
}

type Say = (key: string, values?: Readonly<Record<string, unknown>>) => string;

/**
 * What a mail says: kinds of things, kinds of tasks, places, days and counts, in the person's language. No name of
 * anybody is within reach here. Every link opens a page that asks for a session, and changes nothing.
 */
export function mailWords(mail: ClaimedMail, content: MailContent, publicUrl: string, codeKey: Buffer): MailWords {
  const language = LANGUAGES.find((known) => known === mail.language) ?? 'id';
  const say: Say = (key, values) => translate(language, key, values);
  const total = content.counts.reduce((sum, { count }) => sum + count, 0);
  const footer = [
    { text: say('mail:footer.settings'), url: `${publicUrl}/settings` },
    { text: say('mail:footer.auto') },
  ];
  if (mail.kind === 'confirmation') {
    const code = mailCode(codeKey, mail.id);
    return { language, subject: say('mail:confirmation.subject'), lines: confirmation(say, code, publicUrl) };
  }
  const lines =
    mail.kind === 'digest' ? digest(say, content, publicUrl) : immediate(say, content, total, publicUrl, language);
  return { language, subject: say(`mail:${mail.kind}.subject`, { count: total }), lines: [...lines, ...footer] };
}

const confirmation = (say: Say, code: string, publicUrl: string): MailLine[] => [
  { text: say('mail:confirmation.code', { code }) },
  { text: say('mail:confirmation.lead', { minutes: CODE_MINUTES }) },
  { text: say('mail:confirmation.settings'), url: `${publicUrl}/settings` },
  { text: say('mail:confirmation.ignore') },
];

const digest = (say: Say, { counts }: MailContent, publicUrl: string): MailLine[] => [
  { text: say('mail:digest.lead') },
  ...counts.map(({ kind, count }) => ({
    text: say('mail:digest.line', { kind: say(`notifications:kind.${kind}`), count }),
  })),
  { text: say('mail:digest.inbox'), url: `${publicUrl}/inbox` },
];

function immediate(say: Say, { items }: MailContent, total: number, publicUrl: string, language: Language): MailLine[] {
  const rest = total - items.length;
  return [
    ...items.map((item) => ({ text: itemText(say, item, language), url: `${publicUrl}${pageOf(item)}` })),
    ...(rest > 0 ? [{ text: say('mail:immediate.more', { count: rest }) }] : []),
    { text: say('mail:immediate.all'), url: `${publicUrl}/notifications` },
  ];
}

function itemText(
  say: Say,
  { kind, details, taskKind, territoryCode, territoryName, dueOn }: MailItem,
  language: Language,
): string {
  const sentence = say(`notifications:sentence.${sentenceOf(kind, details)}`);
  const place = territoryCode === 'ID' ? say('common:territory.ID') : territoryName;
  if (taskKind !== null && dueOn !== null) {
    const task = say(`web:task.kind.${taskKind}`);
    return say('mail:item.task', { sentence, task, place: place ?? '–', date: dayIn(language, dueOn) });
  }
  return place === null
    ? say('mail:item.plain', { sentence: sentence.replace(/:$/, '.') })
    : say('mail:item.place', { sentence, place });
}

function pageOf({ kind, taskId }: MailItem): string {
  if (taskId !== null) return `/tasks/${taskId}`;
  return kind === 'mandate.ended' ? '/mandates' : '/notifications';
}

const dayIn = (language: Language, day: string): string =>
  new Intl.DateTimeFormat(language === 'id' ? 'id-ID' : 'en-GB', {
    timeZone: 'Asia/Jakarta',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
  }).format(new Date(`${day}T12:00:00+07:00`));
