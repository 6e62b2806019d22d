import { suites } from '../../tests/support/servers/suites.mjs';
import { chosen } from './suites.mjs';

describe('npm test -- …', () => {
  it('runs everything when nothing is named', () => {
    expect(chosen([]).names).toEqual(Object.keys(suites));
    expect(chosen(['-t', 'unit']).jestArgs).toEqual(['-t', 'unit']);
  });

  it('keeps the order of the suites and leaves the rest to jest', () => {
    expect(chosen(['database', 'unit', '-t', 'api'])).toEqual({ names: ['unit', 'database'], jestArgs: ['-t', 'api'] });
  });

  it('finds the suite of a spec by its place', () => {
    expect(chosen(['tests/api/tasks/decisions.spec.ts', '-t', 'four eyes'])).toEqual({
      names: ['api'],
      jestArgs: ['tests/api/tasks/decisions.spec.ts', '-t', 'four eyes'],
    });
    expect(chosen(['libs/domain/src/money.spec.ts']).names).toEqual(['unit']);
  });
});
