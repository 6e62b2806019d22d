import { OutlineRepository, OutlinesReadModel, ReferenceRepository } from '#persistence';
import { upgraded } from '../../support/servers/earlier-database.js';

const BEFORE = [`insert into territory (code, name, level) values ('32', 'Jawa Barat', 'province')`];
const RING = [
  [107, -6.2],
  [107.1, -6.2],
  [107.1, -6.1],
  [107, -6.2],
] as const;

test('a database of before has no outlines, and takes them', () =>
  upgraded('TerritoryOutlines1803000000000', BEFORE, async ({ manager }) => {
    expect(await new ReferenceRepository(manager).exists('32')).toBe(true);
    const nation = new OutlinesReadModel(manager, 'ID');
    expect(await nation.parts()).toEqual([]);
    await new OutlineRepository(manager).write([{ code: '32', polygons: [[RING]], contentHash: 'one' }], false);
    expect(await nation.parts()).toEqual([{ territoryCode: '32', name: 'Jawa Barat', polygons: [[RING]] }]);
  }));
