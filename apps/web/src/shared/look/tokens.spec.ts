import { type Token, TOKENS } from './tokens';

function luminance(hex: string): number {
  const channels = [1, 3, 5].map((at) => parseInt(hex.slice(at, at + 2), 16) / 255);
  const [red = 0, green = 0, blue = 0] = channels.map((part) =>
    part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4,
  );
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
  const [darker = 0, lighter = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (lighter + 0.05) / (darker + 0.05);
}

const TEXT: readonly (readonly [Token, Token])[] = [
  ['text', 'page'],
  ['text', 'surface'],
  ['text-2', 'page'],
  ['text-2', 'surface'],
  ['action', 'page'],
  ['action', 'surface'],
  ['on-action', 'action'],
  ['on-action', 'action-hover'],
  ['neutral-text', 'neutral-tint'],
  ['running-text', 'running-tint'],
  ['waiting-text', 'waiting-tint'],
  ['done-text', 'done-tint'],
  ['soon-text', 'soon-tint'],
  ['late-text', 'late-tint'],
];
const SHAPES: readonly Token[] = [
  'border',
  'focus',
  'money-transacted',
  'money-not-transacted',
  'money-pending',
  'money-failed',
  'money-unreconciled',
];

describe.each(['light', 'dark'] as const)('%s', (scheme) => {
  const tokens = TOKENS[scheme];

  test.each(TEXT)('%s is read on %s', (text, ground) => {
    expect(contrast(tokens[text], tokens[ground])).toBeGreaterThanOrEqual(4.5);
  });

  test.each(SHAPES.map((token) => [token]))('%s is seen on the page', (token) => {
    expect(contrast(tokens[token], tokens.page)).toBeGreaterThanOrEqual(3);
  });
});
