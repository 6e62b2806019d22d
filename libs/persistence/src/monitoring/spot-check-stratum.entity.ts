import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { SpotCheckEntity } from './spot-check.entity.js';

/** A kecamatan of a spot check, as it was when the sample was drawn; never rewritten. */
@Entity('spot_check_stratum')
@ForeignKey(() => SpotCheckEntity, ['spotCheckId'], ['id'])
export class SpotCheckStratumEntity {
  @PrimaryColumn('uuid')
  spotCheckId!: string;

  @PrimaryColumn('text')
  code!: string;

  @Column('integer')
  population!: number;

  @Column('integer')
  sample!: number;
}
