import type { EntityManager } from 'typeorm';
import type { ArtefactDigest, ReportContent, ReportLine, SubjectType } from '#domain';
import { DecreeRepository } from '../../distribution/decree/decree.repository.js';
import { BY_KEY, OF_RETURN } from '../../distribution/return/of-return.js';
import { PaymentOrderRepository } from '../../distribution/order/payment-order.repository.js';
import { ReportRepository } from '../../reporting/report.repository.js';
import { rowOf } from '../../shared/unit-of-work.js';
import type { TaskRow } from '../task.types.js';

type Subject = Pick<TaskRow, 'subjectType' | 'subjectId' | 'territoryCode'>;
type Digest = (manager: EntityManager, subject: Subject) => Promise<ArtefactDigest>;

const inSql =
  (text: string): Digest =>
  async (manager, { subjectId, territoryCode }) => {
    const row = await rowOf<{ digest: ArtefactDigest | null }>(manager, text, [subjectId, territoryCode]);
    return row?.digest ?? {};
  };

const allocation = inSql(`
  select jsonb_object_agg(city_code, jsonb_build_object('families', quota_families, 'rupiah', amount_rupiah::text)) as digest
    from allocation where period_id = $1::uuid and $2::text is not null`);

const quota = inSql(`
  select jsonb_object_agg(city_code, jsonb_build_object('change', delta_families)) as digest
    from quota_change_line where change_id = $1::uuid and $2::text is not null`);

const mandate = inSql(`
  select jsonb_build_object(territory_code, jsonb_build_object(
           'families', ceiling_families, 'rupiah', ceiling_rupiah::text, 'powers', array_to_string(powers, ', '),
           'validFrom', valid_from::text, 'validTo', valid_to::text)) as digest
    from mandate where id = $1::uuid and $2::text is not null`);

const roster = inSql(`
  select jsonb_object_agg(code, jsonb_build_object('families', families, 'eligible', eligible, 'ineligible', ineligible)) as digest
    from (select kelurahan_code as code, count(*) as families, count(*) filter (where verdict = 'eligible') as eligible,
                 count(*) filter (where verdict = 'ineligible') as ineligible
            from roster_row
           where roster_id = $1::uuid and state in ('valid', 'warning')
             and (kelurahan_code = $2 or kelurahan_code like $2 || '.%')
           group by kelurahan_code) kelurahan`);

const followUpCase = inSql(`
  select jsonb_build_object(kpm_code, jsonb_strip_nulls(jsonb_build_object(
           'round', round, 'finding', case when restricted then 'restricted' else finding end, 'outcome', outcome))) as digest
    from follow_up_case where id = $1::uuid and $2::text is not null`);

const treasuryReturn = inSql(`
  select jsonb_build_object('return', jsonb_strip_nulls(jsonb_build_object(
           'families', case when d.rupiah is null then r.families
              else (select count(*) from entitlement e where e.state = 'returned' and ${OF_RETURN}) end,
           'rupiah', coalesce(d.rupiah, r.held_rupiah)::text, 'ntpn', d.ntpn))) as digest
    from treasury_return r
    left join lateral (select sum(amount_rupiah) as rupiah, string_agg(ntpn, ', ' order by deposited_on, ntpn) as ntpn
                         from treasury_deposit where order_id = r.order_id and return_number = r.number) d on true
   where ${BY_KEY} and $2::text is not null`);

const decree: Digest = async (manager, { subjectId }) => {
  const decrees = new DecreeRepository(manager);
  const { excluded } = await decrees.find(subjectId);
  const lines = await decrees.byKelurahan(subjectId);
  return {
    ...Object.fromEntries(
      lines.map(({ territoryCode, families, amountRupiah }) => [territoryCode, { families, rupiah: amountRupiah }]),
    ),
    ...(Object.keys(excluded).length === 0 ? {} : { excluded }),
  };
};

/** An order that pays a part of a decree has only those. */
const partOfDecree = inSql(`
  select jsonb_object_agg(code, jsonb_build_object('families', families, 'rupiah', rupiah)) as digest
    from (select kelurahan_code as code, count(*) as families, sum(amount_rupiah)::text as rupiah
            from entitlement where order_id = $1::uuid and $2::text is not null group by kelurahan_code) place`);

const order: Digest = async (manager, subject) => {
  const { decreeId, families } = await new PaymentOrderRepository(manager).find(subject.subjectId);
  if (families !== (await new DecreeRepository(manager).find(decreeId)).families) return partOfDecree(manager, subject);
  return decree(manager, { ...subject, subjectId: decreeId });
};

const figures = ({ allocated, transacted, notTransacted, returned }: ReportLine) => ({
  allocated: allocated.amountRupiah,
  transacted: transacted.amountRupiah,
  notTransacted: notTransacted.amountRupiah,
  returned: returned.amountRupiah,
});

const report: Digest = async (manager, { subjectId }) => {
  const { lines, total } = (await new ReportRepository(manager).find(subjectId)).content as ReportContent;
  const own = lines.map((line) => [line.territoryCode, figures(line)] as const);
  return { ...Object.fromEntries(own), total: figures(total) };
};

const BY_SUBJECT = {
  period: allocation,
  quota,
  mandate,
  roster,
  decree,
  order,
  return: treasuryReturn,
  report,
  case: followUpCase,
} as const satisfies Record<SubjectType, Digest>;

/** The artefact of a task in lines, as it stands now. */
export const digestOf: Digest = (manager, subject) => BY_SUBJECT[subject.subjectType](manager, subject);
