import type { EntityManager } from 'typeorm';
import { CONFIRMED_BY, type ProposedPost, whyNotConfirmed } from '#domain';
import { CandidateRepository, NotificationRepository } from '#persistence';

/** The officers who could confirm this post today. */
export async function confirmersOf(manager: EntityManager, post: ProposedPost): Promise<string[]> {
  const holders = await new CandidateRepository(manager).holdersOf(CONFIRMED_BY[post.role], post.territoryCode);
  return holders.filter((holder) => whyNotConfirmed(holder, post).length === 0).map(({ officerId }) => officerId);
}

/**
 * Tells those who may confirm a post, and those who hold it: nobody gets a colleague in their own office without hearing of it.
 * The same `key` tells each of them once.
 */
export async function tellOfProposal(manager: EntityManager, post: ProposedPost, key: string): Promise<void> {
  const { role, territoryCode, officerId } = post;
  const notifications = new NotificationRepository(manager);
  const incumbents = await new CandidateRepository(manager).holdersOf([role], territoryCode);
  const others = incumbents.map((one) => one.officerId).filter((id) => id !== officerId);
  const about = { role, territoryCode, officerId };
  const kind = 'appointment.proposed';
  await notifications.tell(await confirmersOf(manager, post), {
    ...{ kind, key: `${key}:confirm`, details: { ...about, event: 'confirm' } },
  });
  await notifications.tell(others, {
    ...{ kind, key: `${key}:incumbent`, details: { ...about, event: 'incumbent' } },
  });
}
