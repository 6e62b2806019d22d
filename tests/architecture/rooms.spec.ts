import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { CORRIDORS, FLOORS, MOST_FILES, ROOMS, TECHNICAL, WORDS } from './rooms.js';

const known = new Set<string>([...ROOMS, ...TECHNICAL]);
const foldersOf = (path: string): string[] =>
  readdirSync(path, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name);
const filesOf = (path: string): string[] =>
  readdirSync(path, { withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ name }) => name);

/** Every room of every floor. */
const rooms = Object.keys(FLOORS).flatMap((floor) =>
  foldersOf(floor)
    .filter((room) => known.has(room))
    .map((room) => ({ floor, room, path: join(floor, room) })),
);

test.each(Object.entries(FLOORS))('%s has declared rooms and nothing else', (floor, own) => {
  expect(foldersOf(floor).filter((folder) => !known.has(folder) && !own.includes(folder))).toEqual([]);
});

test.each(['id', 'en'])('the words in %s lie in files named as the rooms are', (language) => {
  const files = filesOf(join('libs/messages/src', language)).map((file) => file.replace('.json', ''));
  expect(files.filter((file) => !known.has(file) && !(WORDS as readonly string[]).includes(file))).toEqual([]);
});

test('corridors are the same on every floor', () => {
  const strange = rooms
    .filter(({ room }) => room !== 'shared')
    .flatMap(({ room, path }) =>
      foldersOf(path)
        .filter((corridor) => !(CORRIDORS[room] ?? []).includes(corridor))
        .map((corridor) => join(path, corridor)),
    );
  expect(strange).toEqual([]);
});

test('no room is a flat folder of many files', () => {
  const crowded = rooms
    .map(({ path }) => [path, filesOf(path).length] as const)
    // Migrations are no room but a row in time, of which nothing is ever taken out.
    .filter(([path, files]) => files > MOST_FILES && !path.endsWith('/migrations'));
  expect(crowded).toEqual([]);
});

test('every room stands on more floors than one, or has its work still before it', () => {
  const floorsOf = (room: string): number =>
    new Set(rooms.filter((one) => one.room === room).map(({ floor }) => floor)).size;
  const planned = ['programmes', 'complaints', 'outreach', 'monitoring', 'capacity', 'families'];
  for (const room of ROOMS) {
    if (!planned.includes(room)) expect([room, floorsOf(room) > 1]).toEqual([room, true]);
  }
});
