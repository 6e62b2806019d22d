import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Polygon } from '#domain';

/** Where a territory lies; loaded by `regions outlines`, and for a sandbox by `prepare`. */
@Entity('territory_outline')
export class TerritoryOutlineEntity {
  @PrimaryColumn('text')
  code!: string;

  @Column('jsonb')
  polygons!: readonly Polygon[];

  /** SHA-256 of the polygons: the same outline again is no change, and readers keep what they have. */
  @Column('text')
  contentHash!: string;

  /** Joined from the outlines of its parts; one that a file gives takes its place. */
  @Column('boolean')
  isDerived!: boolean;
}
