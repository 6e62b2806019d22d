import type { EntityManager } from 'typeorm';
import { type Allocated, type Confidence, DomainError, type SpotCheckState, type Stratum } from '#domain';
import { CREDITED_STATES, oneOf } from '../money/money-held.js';
import { rowOf, rowsOf } from '../shared/unit-of-work.js';

export interface SpotCheckRow {
  id: string;
  periodId: string;
  months: string[];
  cityCode: string;
  cityName: string;
  confidence: Confidence;
  margin: number;
  seed: string;
  state: SpotCheckState;
  population: number;
  sample: number;
  closesOn: string;
  isLate: boolean;
  drawnBy: string;
  drawer: string;
  drawnAt: Date;
  closedAt: Date | null;
  /** Families of the sample, or in the place of one, that gave an answer. */
  answered: number;
}

export type LateSpotCheck = Pick<SpotCheckRow, 'id' | 'cityCode' | 'drawnBy'>;

export interface NewSpotCheck {
  readonly periodId: string;
  readonly cityCode: string;
  readonly confidence: Confidence;
  readonly margin: number;
  readonly seed: string;
  readonly closesOn: string;
  readonly drawnBy: string;
  readonly strata: readonly Allocated[];
}

export interface SpotCheckFilter {
  readonly state?: SpotCheckState | undefined;
  /** A part of the city's name. */
  readonly text?: string | undefined;
  readonly periodId?: string | undefined;
}

/** Behind each family of a sample so many more are kept in order, to take the place of families that cannot be reached. */
const KEPT_BEHIND = 3;

/** Families whose money was paid in, as the frame that a sample is drawn from; `$1` is the period, `$2` the city. */
const FRAME = `select e.id, e.kelurahan_code, substr(e.kelurahan_code, 1, 8) as stratum from entitlement e
  where e.period_id = $1 and e.city_code = $2 and e.state in ${oneOf(CREDITED_STATES)}`;

/** A reader sees the checks of cities in their territories, and of the city that their territory lies in. */
const SEEN = `exists (select from unnest($1::text[]) scope
  where scope = 'ID' or c.city_code = scope or c.city_code like scope || '.%' or scope like c.city_code || '.%')`;

const COLUMNS = `c.id, c.period_id as "periodId", p.months, c.city_code as "cityCode", coalesce(t.name, c.city_code) as "cityName",
  c.confidence, c.margin, c.seed, c.state, c.population, c.sample, c.closes_on::text as "closesOn",
  (c.state = 'drawn' and c.closes_on < programme_today()) as "isLate", c.drawn_by as "drawnBy", o.full_name as drawer,
  c.drawn_at as "drawnAt", c.closed_at as "closedAt",
  (select count(*)::int from spot_check_family f cross join lateral (
     select r.unreached from spot_check_result r where r.family_id = f.id order by r.id desc limit 1) last
    where f.spot_check_id = c.id and last.unreached is null) as answered`;
const FROM = `spot_check c join period p on p.id = c.period_id join officer o on o.id = c.drawn_by
  left join territory t on t.code = c.city_code`;

/** Spot checks and how their samples are drawn. */
export class SpotCheckRepository {
  constructor(private readonly manager: EntityManager) {}

  /** Kecamatan with families that were credited, and how many. */
  async strata(periodId: string, cityCode: string): Promise<Stratum[]> {
    return rowsOf<Stratum>(
      this.manager,
      `select stratum as code, count(*)::int as population from (${FRAME}) frame group by stratum order by stratum`,
      [periodId, cityCode],
    );
  }

  /**
   * Draws: in each stratum the families stand by SHA-256 of `seed:number of the payment`, and the first are the sample. The same
   * seed over the same families is the same sample. Throws SPOT_CHECK_OPEN, and SPOT_CHECK_MOVED where credits have arrived since `strata`.
   */
  async draw(check: NewSpotCheck): Promise<string> {
    const { periodId, cityCode, strata, seed } = check;
    const id = await this.#add(check);
    await this.manager.query(
      `insert into spot_check_stratum (spot_check_id, code, population, sample)
       select $1, s.code, s.population, s.sample from jsonb_to_recordset($2::jsonb) as s(code text, population int, sample int)`,
      [id, JSON.stringify(strata)],
    );
    const drawn = await rowsOf(
      this.manager,
      `insert into spot_check_family (spot_check_id, stratum_code, entitlement_id, kelurahan_code, position, is_drawn)
       select $3, f.stratum, f.id, f.kelurahan_code, f.position, f.position <= s.sample
         from (select frame.*, count(*) over (partition by stratum) as families,
                      row_number() over (partition by stratum order by sha256(convert_to($4 || ':' || id, 'UTF8')), id) as position
                 from (${FRAME}) frame) f
         join spot_check_stratum s on s.spot_check_id = $3 and s.code = f.stratum and s.population = f.families
        where f.position <= s.sample * (1 + ${KEPT_BEHIND}) order by f.stratum, f.position
       returning 1`,
      [periodId, cityCode, id, seed],
    );
    const kept = strata.map(({ population, sample }) => Math.min(population, sample * (1 + KEPT_BEHIND)));
    if (drawn.length !== kept.reduce((sum, families) => sum + families, 0)) {
      throw new DomainError('SPOT_CHECK_MOVED', 'credits have arrived meanwhile');
    }
    return id;
  }

  /** Throws SPOT_CHECK_UNKNOWN for one out of the reader's sight, too. */
  async find(territories: readonly string[], id: string): Promise<SpotCheckRow> {
    const row = await rowOf<SpotCheckRow>(this.manager, `select ${COLUMNS} from ${FROM} where ${SEEN} and c.id = $2`, [
      ...[territories, id],
    ]);
    if (row === undefined) throw new DomainError('SPOT_CHECK_UNKNOWN', 'no such spot check in the reader’s sight');
    return row;
  }

  /** Who changes it waits here for who did before. Throws SPOT_CHECK_UNKNOWN, and SPOT_CHECK_CLOSED for one that is closed. */
  async hold(territories: readonly string[], id: string): Promise<SpotCheckRow> {
    await this.manager.query('select from spot_check where id = $1 for no key update', [id]);
    const row = await this.find(territories, id);
    if (row.state === 'closed') throw new DomainError('SPOT_CHECK_CLOSED', 'it is closed');
    return row;
  }

  /** Those that nobody has closed by their day. */
  async late(): Promise<LateSpotCheck[]> {
    return rowsOf<LateSpotCheck>(
      this.manager,
      `select id, city_code as "cityCode", drawn_by as "drawnBy" from spot_check
        where state = 'drawn' and closes_on < programme_today()`,
    );
  }

  /** What the reader may see, the newest first, after the one seen last. */
  async list(
    territories: readonly string[],
    { state, text, periodId }: SpotCheckFilter,
    page: { readonly limit: number; readonly after?: { readonly key: string; readonly id: string } | undefined },
  ): Promise<SpotCheckRow[]> {
    return rowsOf<SpotCheckRow>(
      this.manager,
      `select ${COLUMNS} from ${FROM}
        where ${SEEN} and ($2::text is null or c.state = $2) and ($3::text is null or t.name ilike '%' || $3 || '%')
          and ($4::uuid is null or c.period_id = $4)
          and ($5::timestamptz is null or (date_trunc('milliseconds', c.drawn_at), c.id) < ($5::timestamptz, $6::uuid))
        order by date_trunc('milliseconds', c.drawn_at) desc, c.id desc limit $7`,
      [
        ...[territories, state ?? null, text ?? null, periodId ?? null],
        ...[page.after?.key ?? null, page.after?.id ?? null, page.limit],
      ],
    );
  }

  async close(id: string, officerId: string): Promise<void> {
    await this.manager.query(
      `update spot_check set state = 'closed', closed_by = $2, closed_at = programme_now() where id = $1`,
      [id, officerId],
    );
  }

  async #add({ strata, ...check }: NewSpotCheck): Promise<string> {
    const sum = (of: 'population' | 'sample'): number => strata.reduce((total, stratum) => total + stratum[of], 0);
    const row = await rowOf<{ id: string }>(
      this.manager,
      `insert into spot_check (period_id, city_code, confidence, margin, seed, state, population, sample, closes_on, drawn_by, drawn_at)
       values ($1, $2, $3, $4, $5, 'drawn', $6, $7, $8, $9, programme_now())
       on conflict (period_id, city_code) where state = 'drawn' do nothing returning id`,
      [
        ...[check.periodId, check.cityCode, check.confidence, check.margin, check.seed],
        ...[sum('population'), sum('sample'), check.closesOn, check.drawnBy],
      ],
    );
    if (row === undefined) throw new DomainError('SPOT_CHECK_OPEN', 'another check of the city is open');
    return row.id;
  }
}
