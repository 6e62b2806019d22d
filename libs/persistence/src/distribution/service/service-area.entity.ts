import { Check, Column, Entity, ForeignKey, Index, PrimaryGeneratedColumn } from 'typeorm';
import { OfficerEntity } from '../../organisation/officers/officer.entity.js';
import { ProposalColumns } from '../../shared/proposals.js';

/** Who pays a territory's families in a channel from a day on, out of which account: proposed by one person, adopted by another. */
@Entity('service_area')
@Index('uq_service_area_proposed', ['programme', 'channel', 'territoryCode'], {
  unique: true,
  where: `state = 'proposed'`,
})
@Check('service_area_channel', `channel in ('card', 'post')`)
@Check('service_area_state', `state in ('proposed', 'adopted', 'refused', 'withdrawn')`)
@Check(
  'service_area_four_eyes',
  `state not in ('adopted', 'refused') or (decided_by is not null and decided_by <> proposed_by)`,
)
@ForeignKey(() => OfficerEntity, ['proposedBy'], ['id'])
@ForeignKey(() => OfficerEntity, ['decidedBy'], ['id'])
export class ServiceAreaEntity extends ProposalColumns {
  @PrimaryGeneratedColumn('uuid')
  id!: string;

  @Column('text')
  programme!: string;

  @Column('text')
  channel!: string;

  /** `ID` for the nation, which is no row of the territories. */
  @Column('text')
  territoryCode!: string;

  @Column('date')
  validFrom!: string;

  @Column('text')
  serviceName!: string;

  /** Clearing code of the bank that holds the families' accounts. */
  @Column('text')
  bankCode!: string;

  @Column('text')
  payerName!: string;

  @Column('text')
  payerAccount!: string;

  /** The name under which the installation knows how to reach it. */
  @Column('text')
  mailbox!: string;

  /** The agreement it stands on. */
  @Column('text')
  paper!: string;
}
