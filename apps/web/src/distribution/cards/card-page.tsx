import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { CardDetails } from '../../api/schemas';
import { FamilyLink } from '../../families/family-link';
import { useWords } from '../../shared/language/use-words';
import { Facts } from '../../shared/look/facts';
import { PageHeading } from '../../shared/look/page-heading';
import { Answered } from '../../shared/states/answered';
import { CardActs } from './card-acts';
import { CardHistory } from './card-history';
import { cardQuery } from './card-queries';
import { CardReasonShown, CardStateTag } from './card-state';

const route = getRouteApi('/shell/cards/$cardId');

/** One card: where it is, what the reader may say of it, and all that was said. */
export function CardPage(): ReactNode {
  const { t } = useWords();
  const { cardId } = route.useParams();
  const query = useQuery(cardQuery(cardId));
  return (
    <div className="stack">
      <PageHeading
        title={query.data === undefined ? t('distribution:one') : t('distribution:oneIs', { ref: query.data.ref })}
        trail={
          <Link to="/cards" className="text-link">
            {t('distribution:title')}
          </Link>
        }
      />
      <Answered query={query}>
        {(card) => (
          <>
            <CardFacts card={card} />
            <CardActs key={`${card.state} ${card.words.length}`} card={card} />
            <CardHistory card={card} />
          </>
        )}
      </Answered>
    </div>
  );
}

function CardFacts({ card }: { readonly card: CardDetails }): ReactNode {
  const { t, format } = useWords();
  const { familyCode, territoryName, territoryCode, since, dueOn, hasCase, caseDueOn, replacesId } = card;
  const facts: (readonly [string, ReactNode])[] = [
    [t('distribution:state'), <CardStateTag key="state" card={card} />],
    [t('distribution:since'), format.date(since)],
    [t('distribution:due'), dueOn === null ? '–' : format.date(dueOn)],
    [t('distribution:reason'), <CardReasonShown key="reason" card={card} />],
    [t('distribution:place'), territoryName ?? territoryCode],
    [
      t('distribution:family'),
      familyCode === null ? (
        t('distribution:familyUnknown')
      ) : (
        <FamilyLink key="family" code={familyCode}>
          {familyCode}
        </FamilyLink>
      ),
    ],
    [t('distribution:bank'), card.bank],
    [t('distribution:number'), card.numberMasked],
  ];
  if (hasCase) {
    const day = caseDueOn === null ? '–' : format.date(caseDueOn);
    facts.push([t('distribution:case'), t('distribution:caseUntil', { day })]);
  }
  if (replacesId !== null)
    facts.push([t('distribution:replaces'), <Other key="old" id={replacesId} name={card.replacesRef} />]);
  if (card.replacedById !== null)
    facts.push([t('distribution:replacedBy'), <Other key="new" id={card.replacedById} name={null} />]);
  return <Facts facts={facts} />;
}

function Other({ id, name }: { readonly id: string; readonly name: string | null }): ReactNode {
  const { t } = useWords();
  return (
    <Link to="/cards/$cardId" params={{ cardId: id }} className="text-link">
      {name ?? t('distribution:open')}
    </Link>
  );
}
