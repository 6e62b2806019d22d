/** A line of a mail; with an address it is a link. */
export interface MailLine {
  readonly text: string;
  readonly url?: string;
}

export interface MailWords {
  readonly subject: string;
  readonly lines: readonly MailLine[];
  readonly language: string;
}

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

/** The same lines as plain text and as HTML; no picture, script or style, so nothing is fetched by opening it. */
export function mailBody({ lines, subject, language }: MailWords): { text: string; html: string } {
  const text = lines.map((line) => (line.url === undefined ? line.text : `${line.text}\n${line.url}`)).join('\n\n');
  const paragraphs = lines.map(({ text: words, url }) =>
    url === undefined ? `<p>${escaped(words)}</p>` : `<p><a href="${escaped(url)}">${escaped(words)}</a></p>`,
  );
  const head = `<meta charset="utf-8"><title>${escaped(subject)}</title>`;
  const html = `<!doctype html>\n<html lang="${language}"><head>${head}</head><body>\n${paragraphs.join('\n')}\n</body></html>\n`;
  return { text: `${text}\n`, html };
}
