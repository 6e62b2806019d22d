import { Check, Column, Entity, ForeignKey, Index, PrimaryGeneratedColumn } from 'typeorm';
import { MANDATE_KINDS, MANDATE_STATES } from '#domain';
import { PeriodEntity } from '../periods/period.entity.js';

const oneOf = (column: string, names: readonly string[]): string =>
  `${column} in (${names.map((name) => `'${name}'`).join(', ')})`;

/**
 * Delegated power: who may do what, where, until when and up to how much (UU 30/2014). One without a parent is the city's;
 * one with a parent is a slice of it.
 */
@Entity('mandate')
@Index('uq_mandate_root', ['periodId', 'territoryCode', 'granteeOfficeId'], {
  unique: true,
  where: 'parent_id is null',
})
@Index('uq_mandate_slice', ['parentId', 'granteeOfficeId', 'territoryCode'], {
  unique: true,
  where: "parent_id is not null and state in ('granted', 'accepted', 'suspended')",
})
@Index('ix_mandate_place', ['periodId', 'territoryCode'])
@Check('mandate_kind', oneOf('kind', MANDATE_KINDS))
@Check('mandate_state', oneOf('state', MANDATE_STATES))
@Check('mandate_ceiling', 'ceiling_families >= 0 and ceiling_rupiah >= 0')
@Check('mandate_depth', '(parent_id is null) = (depth = 0)')
@ForeignKey(() => PeriodEntity, ['periodId'], ['id'])
@ForeignKey(() => MandateEntity, ['parentId'], ['id'], { name: 'fk_mandate_parent' })
export class MandateEntity {
  @PrimaryGeneratedColumn('uuid')
  id!: string;

  @Column('text')
  kind!: string;

  @Column('uuid')
  periodId!: string;

  @Column('uuid')
  grantorOfficeId!: string;

  @Column('uuid')
  granteeOfficeId!: string;

  @Column('text')
  territoryCode!: string;

  @Column('text', { array: true })
  powers!: string[];

  @Column('int')
  ceilingFamilies!: number;

  @Column('bigint')
  ceilingRupiah!: string;

  @Column('date')
  validFrom!: string;

  @Column('date')
  validTo!: string;

  @Column('text')
  state!: string;

  @Column('uuid', { nullable: true })
  parentId!: string | null;

  /** Steps below the city's mandate; 0 for that one itself. */
  @Column('int', { default: 0 })
  depth!: number;

  /** Of the letter it was given by; a delegation is passed on in writing only. */
  @Column('text', { nullable: true })
  letterNumber!: string | null;
}
