import type { ReactNode } from 'react';

export interface Column<Row> {
  readonly name: string;
  readonly cell: (row: Row) => ReactNode;
  readonly isNumber?: boolean;
  /** The cell that names the row; it heads the card on a phone. */
  readonly isHeader?: boolean;
}

interface Props<Row> {
  readonly caption: string;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly keyOf: (row: Row) => string;
  readonly footer?: ReactNode;
  readonly activeKey?: string | undefined;
}

/** A real table; below 768 px each row becomes a card whose cells carry their column's name. */
export function DataTable<Row>({ caption, columns, rows, keyOf, footer, activeKey }: Props<Row>): ReactNode {
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
      {footer !== undefined && <tfoot>{footer}</tfoot>}
    </table>
  );
}

function DataCell<Row>({ column, row }: { readonly column: Column<Row>; readonly row: Row }): ReactNode {
  const className = column.isNumber === true ? 'number' : undefined;
  const content = (
    <>
      <span className="cell-name" aria-hidden>
        {column.name}
      </span>
      <span className="cell-value">{column.cell(row)}</span>
    </>
  );
  if (column.isHeader === true) {
    return (
      <th scope="row" className={className}>
        {content}
      </th>
    );
  }
  return <td className={className}>{content}</td>;
}
