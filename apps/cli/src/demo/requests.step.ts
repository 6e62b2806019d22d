import type { CaseRequestKind } from '#domain';
import { type Actors, each } from './actors.js';
import type { Page } from './api-types.js';

/** Of three requests two are answered; the third lapses when its day has passed. */
const ONE_LAPSES_IN = 3;

interface RequestView {
  readonly id: string;
  readonly kind: CaseRequestKind;
  readonly mayEnd: boolean;
}

/** What outcomes have set going is answered: as done, and a change of head, which needs a family's paper, as refused. */
export async function requestsAnswered(actors: Actors): Promise<void> {
  for (const username of [actors.who('dinsos_operator'), actors.who('dinsos_head')]) {
    const own = (await openRequests(actors, username)).filter(({ mayEnd }) => mayEnd);
    const answered = own.filter((_request, place) => place % ONE_LAPSES_IN !== 0);
    await each(answered, async ({ id, kind }) => {
      const outcome = kind === 'change_head' ? 'refused' : 'done';
      await actors.api.post(username, `/case-requests/${id}/end`, { outcome, note: 'Dijawab pada hari yang sama' });
    });
  }
}

async function openRequests(actors: Actors, username: string): Promise<RequestView[]> {
  const requests: RequestView[] = [];
  for (let cursor = ''; ;) {
    const path = `/case-requests?periodId=${actors.periodId}&state=open&limit=500${cursor}`;
    const page = await actors.api.get<Page<RequestView>>(username, path);
    requests.push(...page.rows);
    if (page.next === null) return requests;
    cursor = `&cursor=${page.next}`;
  }
}
