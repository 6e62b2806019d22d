import type { EntityManager } from 'typeorm';
import { resetConfirmersOf, type ResetParties, type Role, signs, whyResetNotConfirmed } from '#domain';
import { type AccountResetRow, CandidateRepository, NotificationRepository } from '#persistence';

interface HeldPost {
  readonly role: Role;
  readonly territoryCode: string;
}

/** The officers who could confirm a way back into this account today. */
export async function resetConfirmers(
  manager: EntityManager,
  parties: ResetParties,
  posts: readonly HeldPost[],
): Promise<string[]> {
  const [first] = posts;
  if (first === undefined) return [];
  const candidates = new CandidateRepository(manager);
  const holders = await candidates.holdersOf(resetConfirmersOf(first.role), first.territoryCode);
  return holders
    .filter((holder) => whyResetNotConfirmed(holder, parties, posts).length === 0)
    .map(({ officerId }) => officerId);
}

/** Tells those who may confirm, and the officer: whoever still has the account hears that somebody asks for a way into it. */
export async function tellOfRequest(
  manager: EntityManager,
  { id, officerId }: AccountResetRow,
  confirmers: readonly string[],
  [post]: readonly HeldPost[],
): Promise<void> {
  const notifications = new NotificationRepository(manager);
  const about = { officerId, role: post?.role, territoryCode: post?.territoryCode };
  const tell = (whom: readonly string[], event: 'confirm' | 'officer'): Promise<number> =>
    notifications.tell(whom, {
      ...{ kind: 'account-reset.proposed', key: `account-reset:${id}:${event}`, details: { ...about, event } },
    });
  await tell(confirmers, 'confirm');
  await tell([officerId], 'officer');
}

export type ResetDecision = 'confirmed' | 'refused' | 'withdrawn' | 'objected' | 'lapsed' | 'used';

/** Tells the officer, who asked, and of a confirmed one those who hold the same post; each once. */
export async function tellOfDecision(
  manager: EntityManager,
  { id, officerId, proposedBy }: Pick<AccountResetRow, 'id' | 'officerId' | 'proposedBy'>,
  event: ResetDecision,
  posts: readonly HeldPost[],
  others: readonly string[] = [],
): Promise<void> {
  const notifications = new NotificationRepository(manager);
  const kind = 'account-reset.decided';
  const whom = [...new Set([officerId, proposedBy, ...others])];
  await notifications.tell(whom, { kind, key: `account-reset:${id}:${event}`, details: { event, officerId } });
  if (event !== 'confirmed') return;
  const candidates = new CandidateRepository(manager);
  for (const { role, territoryCode } of posts.filter((post) => signs(post.role))) {
    const holders = await candidates.holdersOf([role], territoryCode);
    const peers = holders.map((holder) => holder.officerId).filter((peer) => !whom.includes(peer));
    const details = { event: 'incumbent', officerId, role, territoryCode };
    await notifications.tell(peers, { kind, key: `account-reset:${id}:incumbent`, details });
  }
}
