import { type Language, translate } from '#messages';

/** Where the word for a code in a refusal's details may stand. */
const GROUPS: Readonly<Record<string, readonly string[]>> = {
  role: ['common:role'],
  heldRole: ['common:role'],
  because: ['organisation:because'],
  acting: ['organisation:acting'],
  state: ['mandates:is'],
  parentKind: ['mandates:of'],
  offered: ['mandates:of', 'mandates:power'],
  evidence: ['web:evidence'],
  measureState: ['follow-up:measures.is'],
  sanctionState: ['follow-up:sanctions.is'],
  requestState: ['follow-up:requests.is'],
  allowed: ['web:caseOutcome'],
  endpointState: ['webhooks:stateIs'],
  fault: ['webhooks:faultIs'],
  leaseEnd: ['follow-up:phones.is'],
  versionState: ['follow-up:phones.versions.is'],
  powers: ['mandates:power', 'common:stage'],
};

/** The details of a refusal as its sentence shows them: words for codes, rupiah in groups of three, lists with commas. */
export function inWords(
  language: Language,
  details: Readonly<Record<string, unknown>>,
): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.entries(details).map(([name, value]) => [name, shown(language, name, value)]));
}

function shown(language: Language, name: string, value: unknown): unknown {
  if (Array.isArray(value)) return value.join(', ') || '–';
  if (typeof value !== 'string') return value;
  if (name === 'rupiah') return value.replaceAll(/\B(?=(\d{3})+$)/g, '.');
  const groups = GROUPS[name];
  if (groups === undefined) return value;
  return value
    .split(', ')
    .map((code) => wordOf(language, groups, code))
    .join(', ');
}

/** The first group that knows the code; the code itself where none does. */
function wordOf(language: Language, groups: readonly string[], code: string): string {
  const words = groups.map((group) => ({ key: `${group}.${code}`, word: translate(language, `${group}.${code}`) }));
  const found = words.find(({ key, word }) => word !== key && !key.endsWith(`:${word}`));
  return found?.word ?? code;
}
