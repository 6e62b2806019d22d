/** The mandate ledger as a person would keep it on paper: families only, one city, written without the product's rules. */
export interface ModelNode {
  readonly id: string;
  readonly parent: ModelNode | undefined;
  readonly officeId: string;
  readonly place: string;
  readonly ceiling: number;
  used: number;
  state: string;
}

const ENDED = ['revoked', 'expired', 'returned', 'refused'];
const LIFE: Readonly<Record<string, readonly [from: readonly string[], to: string]>> = {
  accepted: [['granted'], 'accepted'],
  refused: [['granted'], 'refused'],
  suspended: [['accepted'], 'suspended'],
  resumed: [['suspended'], 'accepted'],
  revoked: [['granted', 'accepted', 'suspended'], 'revoked'],
  expired: [['granted', 'accepted', 'suspended'], 'expired'],
  returned: [['accepted', 'suspended'], 'returned'],
};
export type ModelMove = 'accepted' | 'refused' | 'suspended' | 'resumed' | 'revoked' | 'expired' | 'returned';

const isWithin = (place: string, scope: string): boolean => place === scope || place.startsWith(`${scope}.`);

export class MandateModel {
  readonly nodes: ModelNode[] = [];
  readonly usedKeys = new Set<string>();

  /** At a position that may lie beyond the end, so that every number a generator draws means some mandate. */
  at(position: number): ModelNode {
    const node = this.nodes[position % this.nodes.length];
    if (node === undefined) throw new Error('there is always the city’s mandate');
    return node;
  }

  chain(node: ModelNode): ModelNode[] {
    return node.parent === undefined ? [node] : [...this.chain(node.parent), node];
  }

  bound(node: ModelNode): number {
    const slices = this.nodes.filter(({ parent, state }) => parent === node && !ENDED.includes(state));
    return slices.reduce((sum, { ceiling, used }) => sum + ceiling - used, 0);
  }

  left(node: ModelNode): number {
    return node.ceiling - node.used - this.bound(node);
  }

  /** A mandate below the city's, an assignment below that one, and nothing below an assignment. */
  mayOffer(parent: ModelNode, office: { id: string; place: string }, ceiling: number): boolean {
    const chain = this.chain(parent);
    const isHeld = this.nodes.some(
      (node) => node.parent === parent && node.officeId === office.id && !ENDED.includes(node.state),
    );
    return (
      chain.length < 3 &&
      chain.every(({ state, officeId }) => state === 'accepted' && officeId !== office.id) &&
      isWithin(office.place, parent.place) &&
      ceiling <= this.left(parent) &&
      !isHeld
    );
  }

  /** False when the move is refused; a move that already holds is none. */
  move(node: ModelNode, move: ModelMove): boolean {
    const [from, to] = LIFE[move] ?? [[], ''];
    if (node.state === to) return true;
    if (!from.includes(node.state)) return false;
    if (ENDED.includes(to)) {
      const below = this.nodes.filter((other) => other !== node && this.chain(other).includes(node));
      for (const slice of below) if (!ENDED.includes(slice.state)) slice.state = to === 'expired' ? to : 'revoked';
    }
    node.state = to;
    return true;
  }

  /** Whose slice a place is: the deepest taken one, of equals the narrower. */
  holder(place: string): ModelNode {
    const taken = this.nodes.filter(
      (node) =>
        node.parent === undefined || (['accepted', 'suspended'].includes(node.state) && isWithin(place, node.place)),
    );
    const depth = (node: ModelNode): number => this.chain(node).length;
    const [first] = taken.toSorted((a, b) => depth(b) - depth(a) || b.place.length - a.place.length);
    return first ?? this.at(0);
  }

  /** How many uses of a size fit in a place one after another; none where the chain is not in force. */
  room(place: string, size: number): number {
    const holder = this.holder(place);
    return this.chain(holder).every(({ state }) => state === 'accepted') ? Math.floor(this.left(holder) / size) : 0;
  }

  use(place: string, families: number): void {
    for (const node of this.chain(this.holder(place))) node.used += families;
  }
}
