import { createHash } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import { familiesMoved, sumRupiah, taskRule, type TaskKind, type OpenedSubject } from '#domain';
import {
  BreakSettlementRepository,
  DecreeRepository,
  DoubtRepository,
  FailedPaymentRepository,
  MandateRepository,
  PaymentOrderRepository,
  PeriodRepository,
  QuotaChangeRepository,
  ReportRepository,
  RosterRepository,
  RosterRowRepository,
  TreasuryReturnRepository,
} from '#persistence';

export interface SubjectOfTask {
  readonly periodId: string;
  readonly cityCode: string;
  readonly territoryCode: string;
  readonly type: OpenedSubject;
  readonly id: string;
}

/** What a decision is about: its hash, the chain of signatures it belongs to, and what is at stake. */
export interface Artefact {
  readonly hash: string;
  readonly chainKey: string;
  readonly families: number;
  readonly amountRupiah: string;
}

/** One paper is one chain: its own id, or what names it over its versions. */
type Described = Omit<Artefact, 'chainKey'> & { readonly chainId: string };
type Describe = (manager: EntityManager, subject: SubjectOfTask, kind: TaskKind) => Promise<Described>;

const sha256 = (value: unknown): string => createHash('sha256').update(JSON.stringify(value)).digest('hex');

const allocation: Describe = async (manager, { id }) => {
  const allocations = await new PeriodRepository(manager).allocations(id);
  return {
    hash: sha256(allocations),
    chainId: id,
    families: allocations.reduce((sum, { quotaFamilies }) => sum + quotaFamilies, 0),
    amountRupiah: sumRupiah(allocations.map(({ amountRupiah }) => BigInt(amountRupiah))).toString(),
  };
};

/** A change of quotas: what it says, and not what the quotas are meanwhile. */
const quota: Describe = async (manager, { id }) => {
  const { periodId, ground, paper, lines } = await new QuotaChangeRepository(manager).find(id);
  const families = familiesMoved(lines.map(({ deltaFamilies }) => deltaFamilies));
  const said = lines.map(({ cityCode, deltaFamilies, rupiahPerFamily }) => [cityCode, deltaFamilies, rupiahPerFamily]);
  return {
    hash: sha256([id, periodId, ground, paper, said]),
    chainId: id,
    families,
    amountRupiah: (BigInt(lines[0]?.rupiahPerFamily ?? 0) * BigInt(families)).toString(),
  };
};

const mandate: Describe = async (manager, { id }) => {
  const terms = await new MandateRepository(manager).terms(id);
  return {
    hash: sha256(terms),
    chainId: id,
    families: terms?.families ?? 0,
    amountRupiah: terms?.amountRupiah ?? '0',
  };
};

/** What is proposed for doubted families of a list; each round is a paper of its own. At stake is who waits, and then who is decided on. */
const doubts: Describe = async (manager, { id, periodId, cityCode }, kind) => {
  const desk = new DoubtRepository(manager);
  const { round, proposals, ...proposed } = await desk.proposals(id);
  const { families } = kind === 'doubts.propose' ? await desk.waiting(id) : proposed;
  const [quota] = (await new PeriodRepository(manager).allocations(periodId)).filter(
    (row) => row.cityCode === cityCode,
  );
  return {
    hash: sha256([id, round, proposals]),
    chainId: `${id}:${round}`,
    families,
    amountRupiah: (BigInt(quota?.rupiahPerFamily ?? 0) * BigInt(families)).toString(),
  };
};

const roster: Describe = async (manager, subject, kind) => {
  if (taskRule(kind).chain === 'doubts') return doubts(manager, subject, kind);
  const { id, territoryCode, periodId, cityCode } = subject;
  const rows = new RosterRowRepository(manager);
  const families = (await rows.kelurahanOf(id, territoryCode)).reduce((sum, part) => sum + part.families, 0);
  const isWholeFile = kind === 'roster.submit' || kind === 'identity.submit';
  const hash = isWholeFile
    ? ((await new RosterRepository(manager).summary(id)).contentHash ?? sha256([id, 'empty']))
    : await rows.listHash(id, territoryCode);
  const [quota] = (await new PeriodRepository(manager).allocations(periodId)).filter(
    (row) => row.cityCode === cityCode,
  );
  const amount = BigInt(quota?.rupiahPerFamily ?? 0) * BigInt(families);
  return { hash, chainId: id, families, amountRupiah: amount.toString() };
};

const decree: Describe = async (manager, { id }) => {
  const { families, amountRupiah, listHash } = await new DecreeRepository(manager).find(id);
  return { hash: listHash, chainId: id, families, amountRupiah };
};

/** What is proposed for the breaks of an order; each round is a paper of its own. */
const breaks: Describe = async (manager, { id }) => {
  const { breakRound } = await new PaymentOrderRepository(manager).find(id);
  const proposals = await new BreakSettlementRepository(manager).proposals(id, breakRound);
  const amounts = proposals.map(({ expectedRupiah }) => BigInt(expectedRupiah ?? 0));
  return {
    hash: sha256([id, breakRound, proposals]),
    chainId: `${id}:${breakRound}`,
    families: proposals.length,
    amountRupiah: sumRupiah(amounts).toString(),
  };
};

/** What is put down for failed payments; each round is a paper of its own. */
const repairs: Describe = async (manager, { id }) => {
  const { round, ...paper } = await new FailedPaymentRepository(manager).paper(id);
  return { ...paper, chainId: `${id}:${round}` };
};

const order: Describe = async (manager, subject, kind) => {
  if (taskRule(kind).chain === 'repair') return repairs(manager, subject, kind);
  if (taskRule(kind).chain === 'breaks') return breaks(manager, subject, kind);
  const { id } = subject;
  const { families, amountRupiah, listHash, messageId } = await new PaymentOrderRepository(manager).find(id);
  return { hash: sha256([messageId, listHash]), chainId: id, families, amountRupiah };
};

const treasuryReturn: Describe = async (manager, { id }, kind) => {
  const row = await new TreasuryReturnRepository(manager).find(id);
  if (kind === 'return.instruct') {
    return { hash: row.listHash, chainId: id, families: row.families, amountRupiah: row.heldRupiah };
  }
  return {
    hash: sha256([row.ntpn, row.depositedRupiah, row.returnedFamilies]),
    chainId: id,
    families: row.returnedFamilies ?? 0,
    amountRupiah: row.depositedRupiah ?? '0',
  };
};

const report: Describe = async (manager, { id, periodId, cityCode }) => {
  const { contentHash, content } = await new ReportRepository(manager).find(id);
  const { total } = content as { total: { allocated: { families: number; amountRupiah: string } } };
  return { hash: contentHash, chainId: `${periodId}:${cityCode}`, ...total.allocated };
};

const DESCRIBE = {
  period: allocation,
  quota,
  mandate,
  roster,
  decree,
  order,
  return: treasuryReturn,
  report,
} as const satisfies Record<OpenedSubject, Describe>;

/** The artefact of a task as it stands now. Which chain its signatures belong to is the catalogue's to say. */
export async function describeArtefact(
  manager: EntityManager,
  subject: SubjectOfTask,
  kind: TaskKind,
): Promise<Artefact> {
  const { chainId, ...artefact } = await DESCRIBE[subject.type](manager, subject, kind);
  return { ...artefact, chainKey: `${taskRule(kind).chain}:${chainId}` };
}
