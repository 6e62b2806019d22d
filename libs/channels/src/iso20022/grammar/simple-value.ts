import { parseDate, parseDateTime } from '../../iso-date.js';

/** Whether a text is a value of a simple type. */
export type SimpleCheck = (text: string) => boolean;

const DECIMAL = /^([+-]?)0*(\d*)(?:\.(\d*?)0*)?$/;

function decimalCheck(digits: number, fraction: number, least: string): SimpleCheck {
  return (text) => {
    const [, sign, whole = '', decimals = ''] = /\d/.test(text) ? (DECIMAL.exec(text) ?? []) : [];
    if (sign === undefined || whole.length + decimals.length > digits || decimals.length > fraction) return false;
    return least === '-' || sign !== '-' || whole + decimals === '';
  };
}

/**
 * The check that one line of a grammar stands for: `text 1 35`, `values A B`, `pattern …`, `decimal 18 5 0`, `date`,
 * `dateTime` or `boolean`. A line it does not know is an error of ours.
 */
export function simpleCheck(line: string): SimpleCheck {
  const [kind = '', ...facets] = line.split(' ');
  const [first = 0, second = 0] = facets.map(Number);
  switch (kind) {
    case 'text':
      // Characters as a schema counts them: one outside the basic plane is one, though JavaScript counts two.
      return (text) => (text.length <= second || Array.from(text).length <= second) && text.length >= first;
    case 'values':
      return (text) => facets.includes(text);
    case 'pattern': {
      const pattern = new RegExp(`^(?:${line.slice('pattern '.length)})$`);
      return (text) => pattern.test(text);
    }
    case 'decimal':
      return decimalCheck(first, second, facets[2] ?? '-');
    case 'date':
      return (text) => parseDate(text) !== undefined;
    case 'dateTime':
      return (text) => parseDateTime(text) !== undefined;
    case 'boolean':
      return (text) => /^(true|false|0|1)$/.test(text);
    default:
      throw new Error(`no such simple type: ${line}`);
  }
}
