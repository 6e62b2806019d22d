import fc from 'fast-check';
import { type ArtefactDigest, diffOf } from './artefact-diff.js';

const key = fc.constantFrom('32.75.02.1001', '32.75.02.1002', '32.75.03.1001', 'total');
const values = fc.dictionary(
  fc.constantFrom('families', 'rupiah', 'state'),
  fc.oneof(fc.nat(9), fc.constantFrom('a', 'b')),
);
const digest = fc.dictionary(key, values);

/** Does to one artefact what the differences say. */
function applied(before: ArtefactDigest, changes: ReturnType<typeof diffOf>): ArtefactDigest {
  const after: Record<string, Record<string, string | number>> = {};
  for (const [line, said] of Object.entries(before)) after[line] = { ...said };
  for (const { key: line, kind, values: changed } of changes) {
    if (kind === 'removed') {
      Reflect.deleteProperty(after, line);
      continue;
    }
    const own = (after[line] ??= {});
    for (const { field, after: value } of changed) {
      if (value === null) Reflect.deleteProperty(own, field);
      else own[field] = value;
    }
  }
  return after;
}

test('the differences lead from what was seen to what is there', () => {
  fc.assert(
    fc.property(digest, digest, (before, after) => {
      expect({ ...applied(before, diffOf(before, after)) }).toEqual({ ...after });
    }),
  );
});

test('an artefact does not differ from itself', () => {
  fc.assert(
    fc.property(digest, (one) => {
      expect(diffOf(one, structuredClone(one))).toEqual([]);
    }),
  );
});

test('a line that came, one that went and one that changed are told apart', () => {
  const changes = diffOf(
    { a: { families: 1 }, b: { families: 2, rupiah: '800000' } },
    { b: { families: 3, rupiah: '800000' }, c: { families: 4 } },
  );
  expect(changes).toEqual([
    { key: 'a', kind: 'removed', values: [{ field: 'families', before: 1, after: null }] },
    { key: 'b', kind: 'changed', values: [{ field: 'families', before: 2, after: 3 }] },
    { key: 'c', kind: 'added', values: [{ field: 'families', before: null, after: 4 }] },
  ]);
});
