import type { ReactNode } from 'react';

interface PlainTableProps {
  /** What the table lists, for screen readers. */
  readonly label: string;
  readonly titles: readonly string[];
  /** The rows. */
  readonly children: ReactNode;
}

/** A table of few rows that are written where they are used; `Table` is for long and sorted ones. */
export function PlainTable({ label, titles, children }: PlainTableProps) {
  return (
    <div className="ty-table-frame">
      <table className="ty-table" aria-label={label}>
        <thead>
          <tr>
            {titles.map((title) => (
              <th key={title} scope="col">
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>{children}</tbody>
      </table>
    </div>
  );
}
