import { ACTING_KINDS, AUTHORITY_RULES, type AuthorityKind, MANDATE_KINDS, mayDecideIn } from './authority-kind.js';
import { accountableOf, type AuthorityLink, signatureLines } from './signature-line.js';
import { STAGES } from '../stages/stages.js';

const link = (kind: AuthorityKind, grantor: string, grantee: string): AuthorityLink => ({ kind, grantor, grantee });
const BY_LAW = link('attribution', 'Undang-undang', 'Menteri Sosial');
const DINSOS = link('delegation', 'Menteri Sosial', 'Kepala Dinas Sosial');
const SECRETARY = link('mandate', 'Kepala Dinas Sosial', 'Sekretaris Dinas');
const CLERK = link('assignment', 'Sekretaris Dinas', 'Kepala Seksi');

test.each([
  ['attribution', 'grantee', ['delegation', 'mandate', 'assignment']],
  ['delegation', 'grantee', ['delegation', 'mandate', 'assignment']],
  ['mandate', 'grantor', ['assignment']],
  ['assignment', 'grantor', []],
  ['plt', 'grantor', ['assignment']],
  ['plh', 'grantor', ['assignment']],
] as const)('%s leaves the %s accountable and may be passed on as %j', (kind, accountable, passesOn) => {
  expect(AUTHORITY_RULES[kind]).toMatchObject({ accountable, passesOn });
});

test.each(['mandate', 'assignment', ...ACTING_KINDS] as const)('%s decides neither quota nor budget', (kind) => {
  expect(STAGES.filter((stage) => !mayDecideIn(kind, stage))).toEqual(['allocation', 'payment', 'distribution']);
});

test.each(['attribution', 'delegation'] as const)('%s decides everything that was given', (kind) => {
  expect(STAGES.every((stage) => mayDecideIn(kind, stage))).toBe(true);
});

test('every kind of mandate names the rule it rests on', () => {
  for (const kind of MANDATE_KINDS) expect(AUTHORITY_RULES[kind].source).not.toBe('');
});

test.each([
  ['own power', [BY_LAW], ['Menteri Sosial'], 'Menteri Sosial'],
  ['delegated power', [BY_LAW, DINSOS], ['Kepala Dinas Sosial'], 'Kepala Dinas Sosial'],
  ['a mandate', [DINSOS, SECRETARY], ['a.n. Kepala Dinas Sosial', 'Sekretaris Dinas'], 'Kepala Dinas Sosial'],
  [
    'an assignment under a mandate',
    [DINSOS, SECRETARY, CLERK],
    ['a.n. Kepala Dinas Sosial', 'Sekretaris Dinas', 'u.b. Kepala Seksi'],
    'Kepala Dinas Sosial',
  ],
  [
    'an assignment',
    [DINSOS, link('assignment', 'Kepala Dinas Sosial', 'TKSK')],
    ['a.n. Kepala Dinas Sosial', 'TKSK'],
    'Kepala Dinas Sosial',
  ],
  ['a vacant post', [link('plt', 'Bupati', 'Camat Medan Satria')], ['Plt. Camat Medan Satria'], 'Bupati'],
  ['an absent holder', [link('plh', 'Bupati', 'Camat Medan Satria')], ['Plh. Camat Medan Satria'], 'Bupati'],
  ['nobody', [], [], undefined],
])('%s is signed and answered for as the law has it', (_what, chain, lines, accountable) => {
  expect(signatureLines(chain)).toEqual(lines);
  expect(accountableOf(chain)).toBe(accountable);
});
