import { Check, Column, Entity, PrimaryColumn } from 'typeorm';

/** What a programme asks of one finding from a day on: evidence, who decides, what may be decided. Never rewritten. */
@Entity('finding_rule')
@Check('finding_rule_days', 'effective_to is null or effective_from <= effective_to')
export class FindingRuleEntity {
  @PrimaryColumn('text')
  programme!: string;

  @PrimaryColumn('text')
  finding!: string;

  @PrimaryColumn('date')
  effectiveFrom!: string;

  @Column('date', { nullable: true })
  effectiveTo!: string | null;

  /** Order in the programme's file: so the tree is shown. */
  @Column('int')
  place!: number;

  @Column('text')
  branch!: string;

  @Column('text')
  fault!: string;

  @Column('text', { array: true })
  evidence!: string[];

  @Column('text')
  decides!: string;

  @Column('boolean')
  restricted!: boolean;

  /** `[{outcome, money}]`, in the order in which they are offered. */
  @Column('jsonb')
  outcomes!: unknown;

  @Column('text')
  suggests!: string;

  @Column('text')
  source!: string;

  @Column('boolean')
  verified!: boolean;
}
