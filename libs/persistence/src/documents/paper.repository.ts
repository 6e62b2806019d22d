import type { EntityManager } from 'typeorm';
import { type ActingKind, DomainError, type Role, type StageName, type TaskKind } from '#domain';
import { rowOf, rowsOf } from '../shared/unit-of-work.js';

/** What every paper of a city's period says on top. */
export interface PaperHead {
  programme: string;
  periodCode: string;
  months: string[];
  cityName: string;
  provinceName: string | null;
  rupiahPerFamily: string;
}

/** Who signed, in which post, for which office. */
export interface PaperSigner {
  kind: TaskKind;
  fullName: string;
  role: Role;
  acting: ActingKind | null;
  /** Acted for somebody who delegated the task and stays accountable. */
  isOnBehalf: boolean;
  officeName: string;
  signedAt: Date;
  /** Hash of the paper as it was signed. */
  hash: string;
}

/** One signature over a paper with a hash: about which work, where and when; nothing of a person. */
export interface PaperSignature {
  kind: TaskKind;
  stage: StageName;
  role: Role;
  outcome: string;
  programme: string;
  months: string[];
  territoryCode: string;
  territoryName: string;
  families: number;
  amountRupiah: string;
  decidedAt: Date;
}

/** Papers as they are printed, and the signatures under them, read from decisions alone. */
export class PaperRepository {
  constructor(private readonly manager: EntityManager) {}

  async head(periodId: string, cityCode: string): Promise<PaperHead> {
    const row = await rowOf<PaperHead>(
      this.manager,
      `select p.programme, p.code as "periodCode", p.months, c.name as "cityName", v.name as "provinceName",
              coalesce((select a.rupiah_per_family from allocation a where a.period_id = p.id and a.city_code = c.code), 0)::text
                as "rupiahPerFamily"
         from period p join territory c on c.code = $2 left join territory v on v.code = left(c.code, 2)
        where p.id = $1`,
      [periodId, cityCode],
    );
    if (row === undefined) throw new DomainError('PERIOD_UNKNOWN', 'no such period and city');
    return row;
  }

  /** The name of a territory, and of the kecamatan around it where it is a kelurahan. */
  async place(territoryCode: string): Promise<{ name: string; kecamatanName: string | null }> {
    const row = await rowOf<{ name: string; kecamatanName: string | null }>(
      this.manager,
      `select t.name, k.name as "kecamatanName" from territory t left join territory k on k.code = left(t.code, 8) where t.code = $1`,
      [territoryCode],
    );
    if (row === undefined) throw new DomainError('TERRITORY_UNKNOWN', 'no such territory');
    return row;
  }

  /** The newest approval of each kind about a subject, as far as a place goes. */
  async signers(
    subjectId: string,
    kinds: readonly TaskKind[],
    territoryCode: string | null = null,
  ): Promise<PaperSigner[]> {
    return rowsOf<PaperSigner>(
      this.manager,
      `select distinct on (t.kind) t.kind, o.full_name as "fullName", a.role, a.acting, d.acted_for_id is not null as "isOnBehalf",
              f.name as "officeName", d.decided_at as "signedAt", d.artefact_hash as hash
         from task t join task_decision d on d.task_id = t.id and d.outcome in ('approved', 'submitted')
         join officer o on o.id = d.officer_id join appointment a on a.id = d.appointment_id join office f on f.id = a.office_id
        where t.subject_id = $1 and t.kind = any($2) and t.state = 'completed' and ($3::text is null or t.territory_code = $3)
        order by t.kind, d.decided_at desc`,
      [subjectId, kinds, territoryCode],
    );
  }

  /** Signatures over the paper with this hash, newest first, at most twenty. */
  async signaturesOver(hash: string): Promise<PaperSignature[]> {
    return rowsOf<PaperSignature>(
      this.manager,
      `select t.kind, t.stage, t.role, d.outcome, p.programme, p.months, t.territory_code as "territoryCode",
              coalesce(n.name, t.territory_code) as "territoryName", t.families, t.amount_rupiah as "amountRupiah", d.decided_at as "decidedAt"
         from task_decision d join task t on t.id = d.task_id join period p on p.id = t.period_id
         left join territory n on n.code = t.territory_code
        where d.artefact_hash = $1 and d.outcome in ('approved', 'submitted') and t.state = 'completed' and t.subject_type <> 'case'
        order by d.decided_at desc limit 20`,
      [hash],
    );
  }

  /** How a place's families were judged, by reason; what minutes of a ward meeting state. */
  async verdicts(
    rosterId: string,
    territoryCode: string,
  ): Promise<{ verdict: string | null; reason: string | null; families: number }[]> {
    return rowsOf(
      this.manager,
      `select verdict, verdict_reason as reason, count(*)::int as families from roster_row
        where roster_id = $1 and state in ('valid', 'warning') and (kelurahan_code = $2 or kelurahan_code like $2 || '.%')
        group by 1, 2 order by 1 nulls last, 3 desc, 2`,
      [rosterId, territoryCode],
    );
  }
}
