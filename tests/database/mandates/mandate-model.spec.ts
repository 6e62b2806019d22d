import fc from 'fast-check';
import { inTransaction, MandateRepository, MandateSliceRepository } from '#persistence';
import { MandateModel, type ModelMove, type ModelNode } from '../../support/factories/mandate-model.js';
import { aSlice, balanceOf, cityMandate, draw, families, officeOf } from '../../support/factories/mandates.js';
import { anOfficer } from '../../support/factories/officers.js';
import { aPeriod, CITY, type MadePeriod } from '../../support/factories/periods.js';
import { useDatabase } from '../../support/factories/use-database.js';

/** Sequences to play; a release plays 1,000 (AMANAH_MODEL_RUNS=1000). */
const RUNS = Number(process.env['AMANAH_MODEL_RUNS'] ?? 120);
const QUOTA = 100;
const PLACES = ['32.75', '32.75.02', '32.75.02.1001', '32.75.02.1002', '32.75.03.1001'] as const;

const database = useDatabase(8);
const offices: { id: string; place: string }[] = [];

beforeAll(async () => {
  for (const [role, place] of [
    ['camat', '32.75.02'],
    ['camat', '32.75.03'],
    ['lurah', '32.75.02.1001'],
  ] as const) {
    const officer = await anOfficer(database.manager, role, { territoryCode: place });
    offices.push({ id: await officeOf(database.source, officer), place });
  }
});

interface Real {
  readonly period: MadePeriod;
  readonly officerId: string;
}
type Command = fc.AsyncCommand<MandateModel, Real>;

const works = (promise: Promise<unknown>): Promise<boolean> =>
  promise.then(
    () => true,
    (error: unknown) => {
      if (error instanceof Error && error.name === 'DomainError') return false;
      throw error;
    },
  );

/** After every command every mandate stands in the database as on paper. */
async function expectSame(model: MandateModel): Promise<void> {
  const rows = await database.manager.query<{ id: string; state: string }[]>(
    'select id, state from mandate where id = any($1)',
    [model.nodes.map(({ id }) => id)],
  );
  const stateOf = new Map(rows.map(({ id, state }) => [id, state]));
  for (const node of model.nodes) {
    const { used, bound, left } = await balanceOf(database.source, node.id);
    const real = { state: stateOf.get(node.id), used, bound, left };
    expect(real).toEqual({
      state: node.state,
      used: node.used,
      bound: model.bound(node),
      left: model.left(node),
    });
    expect(left).toBeGreaterThanOrEqual(0);
  }
}

class Offer implements Command {
  constructor(
    private readonly position: number,
    private readonly office: number,
    private readonly ceiling: number,
  ) {}
  check = (): boolean => true;
  toString = (): string => `offer(${this.position}, ${this.office}, ${this.ceiling})`;

  async run(model: MandateModel, real: Real): Promise<void> {
    const parent = model.at(this.position);
    const office = offices[this.office] ?? { id: '', place: '' };
    const kind = parent.parent === undefined ? 'mandate' : 'assignment';
    const expected = model.mayOffer(parent, office, this.ceiling);
    const { officerId, ...slice } = await aSlice(database.source, parent.id, {
      kind,
      granteeOfficeId: office.id,
      territoryCode: office.place,
      powers: ['verification'],
      ceiling: families(this.ceiling),
    });
    const made: { id?: string } = {};
    const offered = inTransaction(database.source, async (manager) => {
      made.id = await new MandateSliceRepository(manager).offer(parent.id, slice, officerId || real.officerId);
    });
    expect(await works(offered)).toBe(expected);
    if (made.id !== undefined) model.nodes.push(this.noted(made.id, parent, office));
    await expectSame(model);
  }

  private noted(id: string, parent: ModelNode, office: { id: string; place: string }): ModelNode {
    return { id, parent, officeId: office.id, place: office.place, ceiling: this.ceiling, used: 0, state: 'granted' };
  }
}

class Move implements Command {
  constructor(
    private readonly position: number,
    private readonly move: ModelMove,
  ) {}
  check = (): boolean => true;
  toString = (): string => `${this.move}(${this.position})`;

  async run(model: MandateModel): Promise<void> {
    const node = model.at(this.position);
    const moved = inTransaction(database.source, (manager) =>
      new MandateRepository(manager).record(node.id, this.move, undefined, 'Alasan'),
    );
    expect(await works(moved)).toBe(model.move(node, this.move));
    await expectSame(model);
  }
}

/** Uses of one size in one place: under the same key they count once, under keys of their own each counts, all at once. */
class Draw implements Command {
  constructor(
    private readonly place: string,
    private readonly size: number,
    private readonly key: number,
    private readonly copies: number,
    private readonly isSame: boolean,
  ) {}
  check = (): boolean => true;
  toString = (): string => `draw(${this.place}, ${this.size} × ${this.copies}, ${this.isSame ? this.key : 'each'})`;

  async run(model: MandateModel, { period }: Real): Promise<void> {
    const keys = Array.from({ length: this.copies }, (_, copy) =>
      this.isSame ? `key:${this.key}` : `key:${model.usedKeys.size}:${this.key}:${copy}`,
    );
    const isRepeat = model.usedKeys.has(keys[0] ?? '');
    const room = model.room(this.place, this.size);
    const results = await Promise.all(
      keys.map((key) => works(draw(database.source, period, key, this.size, this.place))),
    );
    const counted = isRepeat ? 0 : Math.min(room, this.isSame ? 1 : this.copies);
    for (let use = 0; use < counted; use += 1) model.use(this.place, this.size);
    if (counted > 0) for (const key of keys) model.usedKeys.add(key);
    const allDone = this.isSame && (isRepeat || counted === 1) ? this.copies : counted;
    expect(results.filter(Boolean)).toHaveLength(allDone);
    await expectSame(model);
  }
}

const nodes = fc.nat({ max: 7 });
const moves = fc.constantFrom<ModelMove>(
  ...(['accepted', 'accepted', 'accepted', 'suspended', 'resumed', 'resumed'] as const),
  ...(['revoked', 'returned', 'refused', 'expired'] as const),
);
const commands = fc.commands<MandateModel, Real, false>(
  [
    fc.tuple(nodes, fc.nat({ max: 2 }), fc.integer({ min: 0, max: 70 })).map((given) => new Offer(...given)),
    fc.tuple(fc.integer({ min: 1, max: 7 }), moves).map((given) => new Move(...given)),
    fc.tuple(nodes, moves).map((given) => new Move(...given)),
    fc
      .tuple(
        fc.constantFrom(...PLACES),
        fc.integer({ min: 1, max: 60 }),
        fc.nat({ max: 5 }),
        fc.constant(1),
        fc.boolean(),
      )
      .map((given) => new Draw(...given)),
    fc
      .tuple(
        fc.constantFrom(...PLACES),
        fc.integer({ min: 1, max: 30 }),
        fc.nat({ max: 5 }),
        fc.integer({ min: 2, max: 8 }),
        fc.boolean(),
      )
      .map((given) => new Draw(...given)),
  ],
  { maxCommands: 25, size: 'max' },
);

test('whatever is offered, moved and used, also at once, the ledger stands as on paper', async () => {
  const { officerId } = await anOfficer(database.manager, 'dinsos_head');
  await fc.assert(
    fc.asyncProperty(commands, async (played) => {
      const period = await aPeriod(database.manager, { quota: QUOTA });
      const root = await cityMandate(database.source, period);
      const setup = () => {
        const model = new MandateModel();
        const state = 'accepted';
        model.nodes.push({
          id: root,
          parent: undefined,
          officeId: 'dinsos',
          place: CITY,
          ceiling: QUOTA,
          used: 0,
          state,
        });
        return { model, real: { period, officerId } };
      };
      await fc.asyncModelRun(setup, played);
    }),
    { numRuns: RUNS, endOnFailure: true },
  );
}, 600_000);
