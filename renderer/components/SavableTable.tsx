import { type ReactNode, useRef } from 'react';
import { t } from '../i18n/i18n';

interface SavableTableProps {
  /** What the table lists: title of the sheet and name of the file. */
  readonly label: string;
  /** A table of the page. */
  readonly children: ReactNode;
}

/** A table that is written by hand, with the way to Excel below it. */
export function SavableTable({ label, children }: SavableTableProps) {
  const place = useRef<HTMLDivElement>(null);
  const save = async () => {
    const { readTable, saveTable } = await import('./save-table');
    const table = place.current?.querySelector('table');
    if (table) await saveTable(label, readTable(table));
  };
  return (
    <div ref={place}>
      {children}
      <p className="ty-table-foot">
        <button type="button" className="ty-link" onClick={() => void save()}>
          {t('components.excel')}
        </button>
      </p>
    </div>
  );
}
