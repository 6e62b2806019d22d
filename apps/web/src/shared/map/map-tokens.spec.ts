import { TOKENS } from '../look/tokens';
import { contrast } from '../testing/contrast';
import { CASED, MAP_COLOURS, MAP_TOKENS } from './map-tokens';

describe.each(['light', 'dark'] as const)('%s', (scheme) => {
  const { classes, boundary } = MAP_TOKENS[scheme];
  const { page } = TOKENS[scheme];
  const cased: readonly number[] = CASED[scheme];

  test('the boundary is seen on the page', () => {
    expect(contrast(boundary, page)).toBeGreaterThanOrEqual(3);
  });

  test.each(classes.map((colour, at) => [colour, at] as const))('the boundary is seen on class %s', (colour, at) => {
    // Between the boundary and a cased class runs the colour of the page.
    const ground = cased.includes(at) ? [boundary, page] : [boundary];
    expect(Math.max(...ground.map((line) => contrast(line, colour)))).toBeGreaterThanOrEqual(3);
  });

  test('each class is further from the page than the one before', () => {
    const from = classes.map((colour) => contrast(colour, page));
    expect(from).toEqual(from.toSorted((one, other) => one - other));
  });
});

test('every colour is a variable of both schemes', () => {
  expect(Object.keys(MAP_COLOURS)).toHaveLength(12);
  for (const value of Object.values(MAP_COLOURS)) expect(value).toMatch(/^light-dark\(/);
});
