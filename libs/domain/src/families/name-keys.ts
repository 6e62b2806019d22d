/** Titles of office, learning and faith, and what stands for "the late": they come and go with whoever fills in a list. */
const TITLES = new Set(
  'H HJ HAJI HAJJAH DRS DRA DR IR PROF SH SE ST SPD SAG SKOM SSOS MM MSI BIN BINTI ALM ALMH BPK BAPAK IBU NY TN SDR SDRI RADEN'.split(
    ' ',
  ),
);
const WHOLE: Readonly<Record<string, string>> = {
  ...Object.fromEntries(
    'MUH MOH MUHD MOHD MOCH MOCHAMAD MOCHAMMAD MUCHAMAD MUCHAMMAD MOHAMAD MOHAMMAD MOHAMED MUHAMMED'
      .split(' ')
      .map((short) => [short, 'MUHAMMAD']),
  ),
  ABD: 'ABDUL',
};

/**
 * Spellings that one name comes in, the longer first: the spelling before 1972 (oe, dj, tj, sj, nj), Arabic letters written in
 * several ways, and f, p and v, which many do not tell apart.
 */
const SOUNDS: readonly (readonly [RegExp, string])[] = [
  [/OE|OO/g, 'U'],
  [/DJ/g, 'J'],
  [/TJ/g, 'C'],
  [/SJ/g, 'S'],
  [/NJ/g, 'N'],
  [/SY|TS|SH/g, 'S'],
  [/KH|CH/g, 'H'],
  [/DZ|DH/g, 'D'],
  [/TH/g, 'T'],
  [/GH/g, 'G'],
  [/BH/g, 'B'],
  [/PH|[FV]/g, 'P'],
  [/[QC]K?/g, 'K'],
  [/X/g, 'KS'],
  [/Z/g, 'J'],
  [/Y/g, 'I'],
  [/(.)\1+/g, '$1'],
  [/(?<=.)H$/g, ''],
];

const soundOf = (word: string): string =>
  SOUNDS.reduce((text, [pattern, sound]) => text.replace(pattern, sound), WHOLE[word] ?? word);

/**
 * What of a name is compared: its words as they sound, sorted, each once; without titles and single letters. Two spellings of a
 * name that many write differently (Moch. Yusuf, Muhammad Jusup) may give the same keys; a name in other words gives others.
 */
export function nameKeys(fullName: string): string[] {
  const words = fullName
    .normalize('NFD')
    .toUpperCase()
    .replace(/[\p{M}'’‘`´]/gu, '')
    .split(/[^A-Z]+/)
    .filter((word) => word.length > 1);
  const named = words.filter((word) => !TITLES.has(word));
  return [...new Set((named.length === 0 ? words : named).map(soundOf))].filter((key) => key.length > 1).sort();
}
