import { Button } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import type { CheckList } from '../../api/schemas';
import { useWords } from '../../shared/language/use-words';
import { StatusTag } from '../../shared/look/status-tag';
import { DataTable } from '../../shared/table/data-table';
import { WithdrawForm } from './withdraw-form';

/** What is said of each list; nobody on it is shown. */
export function CheckListTable({ lists }: { readonly lists: readonly CheckList[] }): ReactNode {
  const { t, format } = useWords();
  const [openId, setOpenId] = useState<string>();
  const open = lists.find(({ id }) => id === openId);
  return (
    <>
      {open !== undefined && (
        <WithdrawForm
          key={open.id}
          list={open}
          onClose={() => {
            setOpenId(undefined);
          }}
        />
      )}
      <DataTable
        caption={t('families:checkList.title')}
        rows={lists}
        keyOf={({ id }) => id}
        activeKey={openId}
        columns={[
          {
            name: t('families:checkList.kind'),
            isHeader: true,
            cell: ({ kindName, source, fileName }) => (
              <>
                {kindName}
                <span className="line small-print">{source}</span>
                <span className="line small-print">{fileName}</span>
              </>
            ),
          },
          { name: t('families:checkList.listedOn'), cell: ({ listedOn }) => format.date(listedOn) },
          {
            name: t('families:checkList.valid'),
            cell: ({ validFrom, validTo }) => `${format.date(validFrom)} – ${format.date(validTo)}`,
          },
          { name: t('families:checkList.place'), cell: ({ territoryCode }) => territoryCode },
          {
            name: t('families:checkList.entries'),
            isNumber: true,
            cell: ({ entries, skipped }) => (
              <>
                {format.count(entries)}
                {skipped > 0 && (
                  <span className="line small-print">
                    {t('families:checkList.skipped', { rows: format.count(skipped) })}
                  </span>
                )}
              </>
            ),
          },
          { name: t('families:checkList.hits'), isNumber: true, cell: ({ hits }) => format.count(hits) },
          { name: t('families:checkList.loaded'), cell: (list) => <Loaded list={list} /> },
          {
            name: t('families:checkList.state'),
            cell: (list) => (
              <State
                list={list}
                onWithdraw={() => {
                  setOpenId(list.id);
                }}
              />
            ),
          },
        ]}
      />
    </>
  );
}

function Loaded({ list: { loadedByName, loadedAt } }: { readonly list: CheckList }): ReactNode {
  const { t, format } = useWords();
  return (
    <>
      {format.dateTime(loadedAt)}
      <span className="line small-print">{loadedByName ?? t('families:checkList.byConsole')}</span>
    </>
  );
}

function State({ list, onWithdraw }: { readonly list: CheckList; readonly onWithdraw: () => void }): ReactNode {
  const { t, format } = useWords();
  const { state, withdrawnAt, withdrawnByName, withdrawalReason, mayWithdraw, kindName, source } = list;
  return (
    <>
      <StatusTag tone={state === 'in_force' ? 'done' : 'refused'}>{t(`families:checkList.is.${state}`)}</StatusTag>
      {withdrawnAt !== null && (
        <span className="line small-print">
          {[format.dateTime(withdrawnAt), withdrawnByName, withdrawalReason]
            .filter((part) => part !== null)
            .join(' · ')}
        </span>
      )}
      {mayWithdraw && (
        <Button
          variant="subtle"
          size="compact-sm"
          aria-label={t('families:checkList.withdrawOf', { kind: kindName, source })}
          onClick={onWithdraw}
        >
          {t('families:checkList.withdraw')}
        </Button>
      )}
    </>
  );
}
