import { Button } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import type { Family, Verdict } from '../../api/schemas';
import { FamilyLink } from '../../families/family-link';
import { useWords } from '../../shared/language/use-words';
import { StatusTag } from '../../shared/look/status-tag';
import { matchTone } from '../match-tone';
import { RevealDialog } from '../reveal/reveal-dialog';
import { type Asking, isListed, REASONS_OF } from './reasons';
import type { Mark } from './verdict-queue';

const VERDICTS: readonly Verdict[] = ['eligible', 'ineligible', 'check'];

interface Props {
  readonly family: Family;
  readonly mark: Mark;
  readonly isEditable: boolean;
  readonly onMark: (mark: Mark) => void;
}

export function FamilyCard({ family, mark, isEditable, onMark }: Props): ReactNode {
  const { t, codeWord } = useWords();
  const [asking, setAsking] = useState<Asking>();
  const match = family.matchResult ?? 'absent';
  const name = family.kpmCode ?? t('roster.rowNumber', { row: family.rowNumber });
  const press = (verdict: Verdict): void => {
    if (!isEditable) return;
    const isAsked =
      verdict === 'ineligible' || (verdict === 'eligible' && isListed(family) && mark.verdict !== verdict);
    if (isAsked) setAsking(asking === verdict ? undefined : verdict);
    else onMark({ verdict: mark.verdict === verdict ? null : verdict });
  };
  return (
    <article className="panel stack" aria-label={name}>
      <div className="row family-card-head">
        <strong>
          <FamilyLink code={family.familyCode}>{name}</FamilyLink>
        </strong>
        <span className="small-print">
          NIK {family.nikMasked} · RT/RW {family.rtRw ?? '–'}
        </span>
        <StatusTag tone={matchTone(match)}>{codeWord('match', match)}</StatusTag>
        <RevealDialog rowId={family.id} name={name} />
      </div>
      {isListed(family) && (
        <p>
          <strong>{t('verdict.listed', { lists: family.listedAs.join(', ') })}</strong>
        </p>
      )}
      {family.findings.map(({ code, message }) => (
        <p key={code} className="small-print">
          {message}
        </p>
      ))}
      <div className="verdict-card-buttons" role="group" aria-label={t('verdict.column.verdict')}>
        {VERDICTS.map((verdict) => (
          <Button
            key={verdict}
            variant={mark.verdict === verdict ? 'filled' : 'default'}
            aria-pressed={mark.verdict === verdict}
            aria-disabled={!isEditable}
            {...(verdict === 'ineligible' ? { 'aria-expanded': asking === verdict } : {})}
            onClick={() => {
              press(verdict);
            }}
          >
            {mark.verdict === verdict && <IconCheck size={16} stroke={1.75} aria-hidden />}
            {t(`verdict.${verdict}`)}
          </Button>
        ))}
      </div>
      {mark.reason !== undefined && <p>{t(`reason.${mark.reason}`)}</p>}
      {asking !== undefined && (
        <div
          className="reason-list"
          role="group"
          aria-label={t(asking === 'ineligible' ? 'families:verdicts.why' : 'families:verdicts.fieldCheck')}
        >
          {REASONS_OF[asking].map((reason) => (
            <Button
              key={reason}
              variant="default"
              onClick={() => {
                onMark({ verdict: asking, reason });
                setAsking(undefined);
              }}
            >
              {t(`reason.${reason}`)}
            </Button>
          ))}
        </div>
      )}
    </article>
  );
}
