import type { ReactNode } from 'react';
import { kindOf } from '../../../shared/kinds/kinds';
import { titleOf } from '../../../shared/kinds/register';
import type { RecordOf } from '../../../shared/model/collections';
import { PlainTable } from '../../components/PlainTable';
import { bilingual } from '../../i18n/i18n';
import { hrefOf } from '../../state/location';
import { useReplica } from '../../state/workspace';
import { wordingOf } from '../registers/wording';
import { v } from './texts';

/** A record by its name, leading to the record itself. */
export function RecordLink(props: { record: RecordOf<'activity'>; children?: ReactNode }) {
  const { record, children } = props;
  const { state } = useReplica();
  const kind = kindOf(record.kind);
  return (
    <a href={hrefOf('registers', { kind: record.kind, record: record.id })}>
      {children ?? (kind ? titleOf(kind, record, wordingOf(state)) : record.title)}
    </a>
  );
}

interface ViewSectionProps {
  readonly title: string;
  /** Register to which its records belong. */
  readonly kind: string;
  readonly sentence?: string;
  readonly children: ReactNode;
}

/** A part of a view with the ways to its register and to a new entry. */
export function ViewSection({ title, kind: kindId, sentence, children }: ViewSectionProps) {
  const kind = kindOf(kindId);
  const name = kind ? bilingual(kind.name) : '';
  return (
    <div className="ty-section">
      <div className="ty-view-head">
        <h2>{title}</h2>
        <p className="ty-soft">{sentence}</p>
        <a href={hrefOf('registers', { kind: kindId })} aria-label={v('views.all.of', { name })}>
          {v('views.all')}
        </a>
        <a
          href={hrefOf('registers', { kind: kindId, new: '1' })}
          aria-label={v('views.enter.of', { name })}
        >
          {v('views.enter')}
        </a>
      </div>
      {children}
    </div>
  );
}

interface ShortTableProps {
  readonly label: string;
  readonly head: readonly string[];
  readonly rows: readonly { readonly key: string; readonly cells: readonly ReactNode[] }[];
  /** Rows shown before the rest is left to the register. */
  readonly most?: number;
}

/** A short table; the rest of a long one is in the register. */
export function ShortTable({ label, head, rows, most = 12 }: ShortTableProps) {
  if (rows.length === 0) return <p className="ty-soft">{v('views.nothing')}</p>;
  return (
    <>
      <PlainTable label={label} titles={head}>
        {rows.slice(0, most).map(({ key, cells }) => (
          <tr key={key}>
            {cells.map((cell, place) => (
              <td key={head[place]}>{cell}</td>
            ))}
          </tr>
        ))}
      </PlainTable>
      {rows.length > most && (
        <p className="ty-hint">{v('views.more', { count: rows.length - most })}</p>
      )}
    </>
  );
}
