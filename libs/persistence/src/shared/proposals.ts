import { Column, type EntityManager } from 'typeorm';

/** What one person proposes and another decides, as it stands in its row. */
export abstract class ProposalColumns {
  @Column('text')
  state!: string;

  /** Why it was refused. */
  @Column('text', { nullable: true })
  reason!: string | null;

  @Column('uuid')
  proposedBy!: string;

  @Column('timestamptz')
  proposedAt!: Date;

  @Column('uuid', { nullable: true })
  decidedBy!: string | null;

  @Column('timestamptz', { nullable: true })
  decidedAt!: Date | null;
}

/** The same as it is read, with names. */
export interface ProposalRow<State extends string> {
  state: State;
  reason: string | null;
  proposedBy: string;
  proposer: string;
  proposedAt: Date;
  decider: string | null;
  decidedAt: Date | null;
}

/** Columns of a ProposalRow from a proposal under this name, whose persons `personsOf` joins. */
export const proposalOf = (
  alias: string,
): string => `${alias}.state, ${alias}.reason, ${alias}.proposed_by as "proposedBy",
  p.full_name as proposer, ${alias}.proposed_at as "proposedAt", d.full_name as decider, ${alias}.decided_at as "decidedAt"`;

export const personsOf = (alias: string): string =>
  `join officer p on p.id = ${alias}.proposed_by left join officer d on d.id = ${alias}.decided_by`;

/** By whom a proposal came to its end, and why where it was refused. */
export interface EndedBy {
  readonly officerId: string;
  readonly reason?: string | undefined;
}

/** Brings a proposal to its end today. Its table holds what may follow what. */
export async function endProposal(
  manager: EntityManager,
  table: 'budget' | 'policy_change' | 'service_area' | 'stipend_statement',
  { id, state }: { readonly id: string; readonly state: string },
  { officerId, reason }: EndedBy,
): Promise<void> {
  await manager.query(
    `update ${table} set state = $2, decided_by = $3, decided_at = programme_now(), reason = $4 where id = $1`,
    [id, state, officerId, reason ?? null],
  );
}
