import { contrast } from '../testing/contrast';
import { type Token, TOKENS } from './tokens';

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
