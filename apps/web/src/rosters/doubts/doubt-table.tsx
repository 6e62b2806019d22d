import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Doubt } from '../../api/schemas';
import { FamilyLink } from '../../families/family-link';
import { useWords } from '../../shared/language/use-words';
import { StatusTag } from '../../shared/look/status-tag';
import { DataTable } from '../../shared/table/data-table';
import { matchTone } from '../match-tone';
import { DECISION_TONES } from './doubt-tones';
import { Likeness } from './likeness';

interface Props {
  readonly doubts: readonly Doubt[];
  readonly openId?: string | undefined;
  /** Missing where it can only be read. */
  readonly onOpen?: ((id: string) => void) | undefined;
}

/** Doubted families, masked: what is asked, how alike the records are, what the kelurahan said, what is decided. */
export function DoubtTable({ doubts, openId, onOpen }: Props): ReactNode {
  const { t, codeWord } = useWords();
  return (
    <DataTable
      caption={t('families:doubt.title')}
      rows={doubts}
      keyOf={({ id }) => id}
      activeKey={openId}
      columns={[
        {
          name: t('case.family'),
          isHeader: true,
          cell: ({ kpmCode, familyCode, rowId, nikMasked, kelurahanName, kelurahanCode, rtRw }) => (
            <>
              <FamilyLink code={familyCode}>{kpmCode ?? rowId}</FamilyLink>
              <span className="line small-print">
                {[`NIK ${nikMasked}`, kelurahanName ?? kelurahanCode ?? '', rtRw === null ? '' : `RT/RW ${rtRw}`]
                  .filter((part) => part !== '')
                  .join(' · ')}
              </span>
            </>
          ),
        },
        { name: t('families:doubt.kind'), cell: (doubt) => <Basis doubt={doubt} /> },
        { name: t('families:doubt.likeness'), cell: (doubt) => <Likeness doubt={doubt} /> },
        {
          name: t('families:doubt.verdict'),
          cell: ({ verdict, verdictReason }) =>
            verdict === null ? (
              t('verdict.none')
            ) : (
              <>
                {t(`verdict.${verdict}`)}
                {verdictReason !== null && (
                  <span className="line small-print">{codeWord('reason', verdictReason)}</span>
                )}
              </>
            ),
        },
        { name: t('families:doubt.decision'), cell: (doubt) => <Decision doubt={doubt} onOpen={onOpen} /> },
      ]}
    />
  );
}

function Basis({ doubt: { kind, basis, list, unusedMonths } }: { readonly doubt: Doubt }): ReactNode {
  const { t, format, codeWord } = useWords();
  return (
    <>
      {t(`families:doubt.of.${kind}`)}
      <span className="line">
        {kind === 'identity' && <StatusTag tone={matchTone(basis)}>{codeWord('match', basis)}</StatusTag>}
        {kind === 'excluded' && (
          <span className="small-print">
            {basis.startsWith('adjudicated_') || basis === 'unknown'
              ? codeWord('families:doubt.basisOf', basis)
              : codeWord('reason', basis)}
          </span>
        )}
        {unusedMonths !== null && (
          <span className="small-print">
            {t('families:doubt.unusedFor', {
              months: format.count(unusedMonths),
              basis: codeWord('families:doubt.unusedBasis', basis),
            })}
          </span>
        )}
        {list !== null && (
          <span className="small-print">
            {t('families:doubt.byList', { kind: list.kindName, source: list.source, date: format.date(list.listedOn) })}
          </span>
        )}
      </span>
    </>
  );
}

function Decision({ doubt, onOpen }: { readonly doubt: Doubt; readonly onOpen: Props['onOpen'] }): ReactNode {
  const { t, format } = useWords();
  const { id, kpmCode, rowId, decision, explanation, settledAt, voidAt, isToDecide } = doubt;
  const press = t(decision === null ? 'families:doubt.decide' : 'families:doubt.change');
  return (
    <>
      {decision === null ? (
        <StatusTag tone={isToDecide ? 'soon' : 'done'}>
          {t(
            voidAt !== null
              ? 'families:doubt.void'
              : isToDecide
                ? 'families:doubt.undecided'
                : 'families:doubt.notNeeded',
          )}
        </StatusTag>
      ) : (
        <StatusTag tone={DECISION_TONES[decision]}>{t(`families:doubt.asOf.${doubt.kind}.${decision}`)}</StatusTag>
      )}
      {explanation !== null && <span className="line small-print">{explanation}</span>}
      {settledAt !== null && (
        <span className="line small-print">{t('families:doubt.settledAt', { time: format.dateTime(settledAt) })}</span>
      )}
      {onOpen !== undefined && settledAt === null && voidAt === null && (
        <Button
          variant="subtle"
          size="compact-sm"
          aria-label={`${press} ${kpmCode ?? rowId}`}
          onClick={() => {
            onOpen(id);
          }}
        >
          {press}
        </Button>
      )}
    </>
  );
}
