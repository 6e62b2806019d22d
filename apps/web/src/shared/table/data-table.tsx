import type { ReactNode } from 'react';

export interface Column<Row> {
  readonly name: string;
  readonly cell: (row: Row) => ReactNode;
  readonly isNumber?: boolean;
  /** The cell that names the row; it heads the card on a phone. */
  readonly isHeader?: boolean;
  /** Of the whole list, where there is one. */
  readonly total?: ReactNode;
}

interface Props<Row> {
  readonly caption: string;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly keyOf: (row: Row) => string;
  /** What the row of totals is called; the columns have the figures. */
  readonly totalName?: string;
  readonly activeKey?: string | undefined;
}

/** A real table; below 768 px each row becomes a card whose cells carry their column's name. */
export function DataTable<Row>({ caption, columns, rows, keyOf, totalName, activeKey }: Props<Row>): ReactNode {
  return (
    <table className="data-table">
      <caption className="visually-hidden">{caption}</caption>
      <thead>
        <tr>
          {columns.map(({ name, isNumber }) => (
            <th key={name} scope="col" className={isNumber === true ? 'number' : undefined}>
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={keyOf(row)} data-key={keyOf(row)} data-active={keyOf(row) === activeKey || undefined}>
            {columns.map((column) => (
              <DataCell key={column.name} column={column} row={row} />
            ))}
          </tr>
        ))}
      </tbody>
      {totalName !== undefined && (
        <tfoot>
          <TotalRow name={totalName} columns={columns} />
        </tfoot>
      )}
    </table>
  );
}

function TotalRow<Row>({ name, columns }: { readonly name: string; readonly columns: readonly Column<Row>[] }) {
  const named = columns.findIndex(({ total }) => total !== undefined);
  return (
    <tr>
      <th scope="row" colSpan={named}>
        <span className="cell-value">{name}</span>
      </th>
      {columns.slice(named).map((column) => (
        <td key={column.name} className="number">
          <CellContent name={column.name}>{column.total}</CellContent>
        </td>
      ))}
    </tr>
  );
}

function CellContent({ name, children }: { readonly name: string; readonly children: ReactNode }): ReactNode {
  return (
    <>
      <span className="cell-name" aria-hidden>
        {name}
      </span>
      <span className="cell-value">{children}</span>
    </>
  );
}

function DataCell<Row>({ column, row }: { readonly column: Column<Row>; readonly row: Row }): ReactNode {
  const className = column.isNumber === true ? 'number' : undefined;
  const content = <CellContent name={column.name}>{column.cell(row)}</CellContent>;
  if (column.isHeader === true) {
    return (
      <th scope="row" className={className}>
        {content}
      </th>
    );
  }
  return <td className={className}>{content}</td>;
}
