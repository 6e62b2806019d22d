import { Check, Column, Entity, PrimaryColumn, Unique } from 'typeorm';

/** A row of a list, and the family it is about: made by it, known by NIK, by its card, or by a head whom two people have confirmed. */
@Entity('family_listing')
@Unique('uq_family_listing_row', ['rosterRowId'])
@Check('family_listing_linked_by', `linked_by in ('new', 'nik', 'card', 'change')`)
export class FamilyListingEntity {
  @PrimaryColumn('bigint')
  familyId!: string;

  @PrimaryColumn('bigint')
  rosterRowId!: string;

  @Column('text')
  linkedBy!: string;
}
