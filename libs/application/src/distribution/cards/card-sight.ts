import { type Actor, covers, hasPower, type Power, territoriesWith } from '#domain';
import type { CardRow, CardSight } from '#persistence';

/** Which cards somebody may see: a bank's officer those of their own bank, others those of their territories. */
export const cardSightOf = (actor: Actor): CardSight => ({
  banks: banksOf(actor),
  territories: territoriesWith(actor, 'card:oversee'),
});

/** Names of the bank offices in which the actor serves; an office's name is its own. */
export const banksOf = ({ appointments }: Actor): string[] =>
  appointments.filter(({ role }) => hasPower([role], 'card:load')).map(({ officeName }) => officeName);

/** Whether one and the same post of the actor has the power over this card. */
export function mayOfCard(actor: Actor, card: Pick<CardRow, 'bank' | 'territoryCode'>, power: Power): boolean {
  return actor.appointments.some(
    ({ role, officeName, territoryCode }) =>
      hasPower([role], power) &&
      (hasPower([role], 'card:load') ? officeName === card.bank : covers(territoryCode, card.territoryCode)),
  );
}
