import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { addCalendarDays, type FindingRule, type IsoDate, jakartaDate } from '#domain';
import type { Actors } from './actors.js';
import type { ApiClient } from './api-client.js';

/** One grey point, and a page without a word: nobody's photo and nobody's paper. */
const PHOTO = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNoAAAAggCBd81ytgAAAABJRU5ErkJggg==',
  'base64',
);
const PAPER =
  '%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\n%%EOF\n';

/** What a visit can find, as the city's period has it. */
export const treeOf = ({ api, people, periodId }: Actors): Promise<readonly FindingRule[]> =>
  api.get(people.of('tksk')[0] ?? '', `/periods/${periodId}/findings`);

/** What made-up visits bring. */
export class Evidence {
  constructor(
    private readonly api: ApiClient,
    private readonly today: IsoDate,
    private readonly files: { readonly photo: string; readonly paper: string },
  ) {}

  /** Lays beside the visit what its finding asks for, and answers with what is written down. */
  async bring(username: string, taskId: string, rule: FindingRule | undefined) {
    if (rule === undefined) throw new Error('the programme has findings');
    const { finding, evidence } = rule;
    for (const kind of ['photo', 'paper'] as const) {
      if (evidence.includes(kind)) await this.api.upload(username, `/tasks/${taskId}/attachments`, this.files[kind]);
    }
    return {
      finding,
      ...(evidence.includes('note') ? { note: 'Ditemui di rumahnya' } : {}),
      ...(evidence.includes('second_visit') ? { visitedOn: [addCalendarDays(this.today, -1), this.today] } : {}),
    };
  }
}

/** Files that are there while `use` runs. */
export async function withEvidence(api: ApiClient, use: (evidence: Evidence) => Promise<unknown>): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'amanah-evidence-'));
  const files = { photo: join(folder, 'photo.png'), paper: join(folder, 'paper.pdf') };
  try {
    await writeFile(files.photo, PHOTO);
    await writeFile(files.paper, PAPER);
    const { now } = await api.get<{ now: string }>('operator', '/clock');
    await use(new Evidence(api, jakartaDate(new Date(now)), files));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
