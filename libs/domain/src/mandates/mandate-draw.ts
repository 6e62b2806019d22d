import type { Measure } from '../money/conservation.js';
import { covers } from '../territories/territory.js';
import { boundBy, fits, leftOf, minus, NOTHING, plus, type Slice } from './mandate-ceiling.js';

/** One mandate of a city's tree, with its balance as the ledger has it. */
export interface TreeNode extends Slice {
  readonly id: string;
  readonly parentId: string | null;
  readonly depth: number;
  readonly territoryCode: string;
}

/** Families and rupiah that a decision uses in one place. */
export interface DrawnPart extends Measure {
  readonly territoryCode: string;
}

export type Draw = ReadonlyMap<string, Measure>;

/** The deepest slice in force (or suspended) that covers a place, of equals the narrowest; the root where none does. */
function holderOf(tree: readonly TreeNode[], territoryCode: string): TreeNode | undefined {
  const isTaken = ({ state }: TreeNode): boolean => state === 'accepted' || state === 'suspended';
  const covering = tree.filter(
    (node) => node.parentId === null || (isTaken(node) && covers(node.territoryCode, territoryCode)),
  );
  const narrower = (a: TreeNode, b: TreeNode): number =>
    b.depth - a.depth || b.territoryCode.length - a.territoryCode.length || a.id.localeCompare(b.id);
  return covering.toSorted(narrower)[0];
}

/**
 * What a decision draws on each mandate: every part counts at the deepest mandate that covers its place and at all above
 * it, so that a parent's use is never less than its slices'.
 */
export function drawOf(tree: readonly TreeNode[], parts: readonly DrawnPart[]): Draw {
  const byId = new Map(tree.map((node) => [node.id, node]));
  const draw = new Map<string, Measure>();
  for (const part of parts) {
    let node = holderOf(tree, part.territoryCode);
    while (node !== undefined) {
      draw.set(node.id, plus(draw.get(node.id) ?? NOTHING, part));
      node = node.parentId === null ? undefined : byId.get(node.parentId);
    }
  }
  return draw;
}

/** Of the mandates that a draw takes more from than is left, the one nearest the top; undefined when it fits. */
export function overdrawnBy(tree: readonly TreeNode[], draw: Draw): (TreeNode & { left: Measure }) | undefined {
  const after = tree.map((node) => ({ ...node, used: plus(node.used, draw.get(node.id) ?? NOTHING) }));
  const over = after
    .filter(({ id }) => draw.has(id))
    .toSorted((a, b) => a.depth - b.depth)
    .find((node) => {
      const slices = after.filter(({ parentId }) => parentId === node.id);
      return !fits(NOTHING, leftOf(node, slices));
    });
  const node = tree.find(({ id }) => id === over?.id);
  if (node === undefined) return undefined;
  const unbound = boundBy(tree.filter(({ parentId }) => parentId === node.id));
  return { ...node, left: minus(minus(node.ceiling, node.used), unbound) };
}
