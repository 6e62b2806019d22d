import { Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useWords } from '../../shared/language/use-words';
import { Facts } from '../../shared/look/facts';
import { Answered } from '../../shared/states/answered';
import { DataTable } from '../../shared/table/data-table';
import type { ArtefactProps } from '../../tasks/artefact/artefact-props';
import { decreeQuery } from '../../money/money-queries';
import { PaperLinks } from '../../documents/paper-links';
import { Fingerprint } from '../../shared/look/fingerprint';

/** The list to be decreed, and every family left out with the reason. */
export function DecreeArtefact({ task }: ArtefactProps): ReactNode {
  const { t, format, codeWord } = useWords();
  const query = useQuery(decreeQuery(task.subjectId));
  return (
    <Answered query={query}>
      {(decree) => (
        <>
          <Facts
            facts={[
              [t('decree.number'), decree.number ?? t('decree.noNumber')],
              [t('decree.version'), decree.version],
              [t('decree.state'), t(`decree.is.${decree.state}`)],
              [t('task.families'), format.count(decree.families)],
              [t('task.rupiah'), format.rupiah(decree.amountRupiah)],
              ...(decree.postFamilies === 0
                ? []
                : [[t('money:repair.as.by_post'), format.count(decree.postFamilies)] as const]),
              [t('decree.ratifiedAt'), decree.ratifiedAt === null ? '–' : format.dateTime(decree.ratifiedAt)],
              [t('money.hash'), <Fingerprint key="hash" hash={decree.listHash} />],
            ]}
          />
          <PaperLinks
            papers={[{ label: t('paper.decree'), href: `/api/v1/decrees/${decree.id}/pdf` }]}
            hash={decree.listHash}
          />
          <section className="stack" aria-labelledby="excluded">
            <Title order={2} size="h3" id="excluded">
              {t('decree.excluded')}
            </Title>
            {Object.keys(decree.excluded).length === 0 ? (
              <p className="small-print">{t('decree.noneExcluded')}</p>
            ) : (
              <DataTable
                caption={t('decree.excluded')}
                rows={Object.entries(decree.excluded)}
                keyOf={([reason]) => reason}
                columns={[
                  { name: t('decree.reason'), isHeader: true, cell: ([reason]) => codeWord('money:exclusion', reason) },
                  { name: t('task.families'), isNumber: true, cell: ([, families]) => format.count(families) },
                ]}
              />
            )}
            <p>
              <Link to="/rosters/$rosterId" params={{ rosterId: decree.rosterId }} className="text-link">
                {t('decree.roster')}
              </Link>
            </p>
          </section>
        </>
      )}
    </Answered>
  );
}
