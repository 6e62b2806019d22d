import { Column, Entity, PrimaryGeneratedColumn, Unique } from 'typeorm';

/** One loaded version of a policy file; never changed, so a period can pin it. */
@Entity('policy_version')
@Unique('uq_policy_version', ['programme', 'version'])
@Unique('uq_policy_content', ['programme', 'contentHash'])
export class PolicyVersionEntity {
  @PrimaryGeneratedColumn('uuid')
  id!: string;

  @Column('text')
  programme!: string;

  @Column('int')
  version!: number;

  @Column('text')
  contentHash!: string;

  @Column('jsonb')
  parameters!: unknown;

  @Column('timestamptz')
  loadedAt!: Date;
}
