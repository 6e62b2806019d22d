import { Button, Select } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Break } from '../../api/schemas';
import { FamilyLink } from '../../families/family-link';
import { useWords } from '../../shared/language/use-words';
import { Facts } from '../../shared/look/facts';
import { ExplanationField } from '../../shared/look/explanation-field';
import type { Proposal } from './use-proposals';

interface Props {
  readonly found: Break;
  readonly proposal: Proposal;
  /** Missing where it can only be read. */
  readonly edit: Edit | undefined;
}

interface Edit {
  readonly onChange: (proposal: Proposal) => void;
  /** How many others of this type would be settled alike. */
  readonly alike: number;
  readonly onAlike: () => void;
}

/** One break with what the bank said, and how it is to be settled. */
export function BreakProposal({ found, proposal, edit }: Props): ReactNode {
  return (
    <article className="panel stack" aria-label={`B-${found.id}`}>
      <BreakFacts found={found} proposal={edit === undefined ? proposal : undefined} />
      {edit !== undefined && <ProposalFields found={found} proposal={proposal} edit={edit} />}
    </article>
  );
}

function ProposalFields({ found, proposal, edit }: Props & { readonly edit: Edit }): ReactNode {
  const { t, format, codeWord } = useWords();
  const { onChange, alike, onAlike } = edit;
  return (
    <>
      <Select
        label={t('money:breaks.resolution')}
        placeholder={t('money:breaks.choose')}
        data={found.resolutions.map((value) => ({ value, label: codeWord('money:breaks.as', value) }))}
        value={proposal.resolution ?? null}
        onChange={(value) => {
          onChange({ ...proposal, resolution: found.resolutions.find((one) => one === value) });
        }}
      />
      <ExplanationField
        hint={t('money:breaks.explainHint')}
        value={proposal.explanation}
        onChange={(explanation) => {
          onChange({ ...proposal, explanation });
        }}
      />
      {alike > 0 && (
        <div>
          <Button variant="subtle" onClick={onAlike}>
            {t('money:breaks.alike', { breaks: format.count(alike), type: codeWord('money:breaks.of', found.type) })}
          </Button>
        </div>
      )}
    </>
  );
}

function BreakFacts({
  found,
  proposal,
}: {
  readonly found: Break;
  readonly proposal: Proposal | undefined;
}): ReactNode {
  const { t, format, codeWord } = useWords();
  const amount = (rupiah: string | null): string => (rupiah === null ? '–' : format.rupiah(rupiah));
  const said = (found.said ?? []).map(
    ({ answer, amountRupiah }) => `${codeWord('money:bankState', answer)} ${amount(amountRupiah)}`,
  );
  return (
    <Facts
      facts={[
        [t('money:breaks.number'), `B-${found.id}`],
        [t('money:breaks.type'), codeWord('money:breaks.of', found.type)],
        [
          t('case.family'),
          <FamilyLink key="family" code={found.familyCode}>
            {found.kpmCode ?? '–'}
          </FamilyLink>,
        ],
        [t('money:breaks.expected'), amount(found.expectedRupiah)],
        [t('money:breaks.found'), amount(found.foundRupiah)],
        ...(found.reason === null ? [] : [[t('money:breaks.reason'), found.reason] as const]),
        ...(said.length === 0 ? [] : [[t('money:breaks.bankSays'), said.join(' · ')] as const]),
        [t('task.due'), format.date(found.dueOn)],
        ...(found.isForPeople ? [] : [[t('money:breaks.waits'), t('money:breaks.waitsForFile')] as const]),
        ...(proposal === undefined
          ? []
          : ([
              [
                t('money:breaks.resolution'),
                proposal.resolution === undefined ? '–' : t(`money:breaks.as.${proposal.resolution}`),
              ],
              [t('explanation.label'), proposal.explanation === '' ? '–' : proposal.explanation],
            ] as const)),
      ]}
    />
  );
}
