const PLAIN = /^[\x20-\x7e]*$/;
/** Characters that nobody sees: controls, zero widths, marks of direction, byte-order marks and soft hyphens. */
const INVISIBLE =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufffe\uffff]/g;
/** Spaces of other widths, the no-break space among them. */
const SPACES = /[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]/g;

/** The text as the eye reads it: what comes with copying from web pages and messengers makes equal numbers differ. */
export function cleanText(text: string): string {
  return PLAIN.test(text) ? text : text.replace(INVISIBLE, '').replace(SPACES, ' ');
}
