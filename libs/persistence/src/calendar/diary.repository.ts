import type { EntityManager } from 'typeorm';
import { DIGEST_HOUR, type IsoDate } from '#domain';
import { UNMAILED } from '../notifications/unmailed.js';
import { rowOf } from '../shared/unit-of-work.js';
import { openTask } from '../tasks/open-task.js';

const TODAY = '(select programme_today())';

/** When each diary has something to do next, by the programme's calendar; undefined where nothing waits for a day. */
export class DiaryRepository {
  constructor(private readonly manager: EntityManager) {}

  /** The day after the nearest last day of a live mandate. */
  async mandateEnd(): Promise<IsoDate | undefined> {
    return this.day(`select (min(valid_to) + 1)::text as day from mandate
                      where state in ('granted', 'accepted', 'suspended')`);
  }

  /** The day after the nearest last day of a delegation, or of an office by which one holds. */
  async delegationEnd(): Promise<IsoDate | undefined> {
    return this.day(`select (least(min(d.valid_to), min(a.valid_to)) + 1)::text as day
                       from office_delegation d
                       left join appointment a on a.id in (d.appointment_id, d.to_appointment_id) and a.valid_to >= ${TODAY}
                      where d.ended_at is null and d.valid_to >= ${TODAY}`);
  }

  /** The day after the nearest day by which a hand-over is to be answered and of which nobody was reminded. */
  async lateHandover(): Promise<IsoDate | undefined> {
    return this.day(
      `select (min(due_on) + 1)::text as day from handover where closed_at is null and reminded_at is null`,
    );
  }

  /** The day after the nearest day by which a change of a family's record is to be decided. */
  async lateFamilyChange(): Promise<IsoDate | undefined> {
    return this.day(`select (min(due_on) + 1)::text as day from family_change where state = 'proposed'`);
  }

  /** The day after the nearest day by which a way back into an account is to be confirmed. */
  async lateAccountReset(): Promise<IsoDate | undefined> {
    return this.day(`select (min(due_on) + 1)::text as day from account_reset where state = 'proposed'`);
  }

  /** The day after the nearest day by which a spot check was to be closed; one that is late already has been told of. */
  async lateSpotCheck(): Promise<IsoDate | undefined> {
    return this.day(
      `select (min(closes_on) + 1)::text as day from spot_check where state = 'drawn' and closes_on >= programme_today()`,
    );
  }

  /** The day after the nearest day of an outreach session that is still planned; one that is late already has been told of. */
  async lateOutreach(): Promise<IsoDate | undefined> {
    return this.day(
      `select (min(on_day) + 1)::text as day from outreach_session where state = 'planned' and on_day >= programme_today()`,
    );
  }

  /** The day after the nearest last day of a card's stay; one whose day has passed already has been heard of. */
  async lateCard(): Promise<IsoDate | undefined> {
    return this.day('select (min(due_on) + 1)::text as day from card where due_on >= programme_today()');
  }

  /** The day after the nearest last day of a request of a follow-up case, of a sanction's or a measure's approval, of a hold, or of a term. */
  async followUp(): Promise<IsoDate | undefined> {
    return this.day(`select (least(
      (select min(due_on) from case_request where state = 'open'),
      (select min(case state when 'proposed' then due_on when 'in_force' then until_on else use_until end) from case_measure
        where state in ('proposed', 'in_force', 'released')),
      (select min(case state when 'proposed' then due_on else objection_until end) from case_sanction
        where state in ('proposed', 'verified')),
      (select min(answer_due_on) from case_sanction where state = 'objected' and answer_due_on >= programme_today())) + 1)::text as day`);
  }

  /** Tomorrow, while an approval is open: who may still give theirs changes with the day. */
  async heldApproval(): Promise<IsoDate | undefined> {
    return this.day(`select (programme_today() + 1)::text as day
                      where exists (select from task t where t.approval_request_id is not null and ${openTask('t')})`);
  }

  /**
   * The nearest of: a mail's next attempt, the end of an officer's pause between mails, the hour of the digest. Mails
   * keep the machine's time; here it is said by the programme's calendar, as everything that a workflow waits for.
   */
  async mail(pauseSeconds: number): Promise<Date | undefined> {
    const row = await rowOf<{ at: Date | null }>(
      this.manager,
      `select least(
         (select programme_now() + (min(next_attempt_at) - now()) from mail where state in ('waiting', 'sending')),
         (select programme_now() + (min(coalesce(m.last, now() - $1 * interval '1 second')) - now()) + $1 * interval '1 second'
            from notification_setting s
           cross join lateral (select max(created_at) as last, count(*) filter (where state in ('waiting', 'sending')) as open
                                 from mail where officer_id = s.officer_id and kind = 'immediate') m
           where s.mode = 'immediate' and s.confirmed_at is not null and m.open = 0
             and exists (select from notification n where ${UNMAILED})),
         (select (${TODAY} + case when bool_and(s.digest_on is not distinct from ${TODAY}) then 1 else 0 end
                   + make_time(${DIGEST_HOUR}, 0, 0)) at time zone 'Asia/Jakarta'
            from notification_setting s where s.mode = 'digest' and s.confirmed_at is not null having count(*) > 0)
       ) as at`,
      [pauseSeconds],
    );
    return row?.at ?? undefined;
  }

  private async day(sql: string): Promise<IsoDate | undefined> {
    const row = await rowOf<{ day: IsoDate | null }>(this.manager, sql);
    return row?.day ?? undefined;
  }
}
