import { type UIEvent, useEffect, useMemo, useRef, useState } from 'react';
import { deviceOf } from '../../../shared/changes/stamp';
import type { State } from '../../../shared/changes/state';
import { actionText } from '../../i18n/action-labels';
import { bilingual, t } from '../../i18n/i18n';
import { useReplica } from '../../state/workspace';
import { ChangeDetail } from './ChangeDetail';
import { momentText } from './moment';
import { recordTitle } from './record-title';
import { h } from './texts';
import type { Row } from './use-changes';
import { authorName, deviceText } from './who';

/** Height of a closed row, as in history.css, in px. */
const rowHeight = 44;
/** Rows drawn beyond both edges. */
const margin = 10;

/** What a change set was about: its only record, or the first one and how many more. */
export function rowTitle(state: State, { records, recordCount }: Row): string {
  const [first] = records;
  if (!first) return '';
  const title = recordTitle(state, first.collection, first.id);
  return recordCount > 1 ? h('history.more', { title, count: recordCount }) : title;
}

interface ChangeListProps {
  readonly total: number;
  readonly rows: ReadonlyMap<number, Row>;
  /** Called with the places in sight. */
  readonly onSight: (first: number, last: number) => void;
}

/** The list of change sets; only those in sight are in the page. One can be open. */
export function ChangeList({ total, rows, onSight }: ChangeListProps) {
  const { state, device } = useReplica();
  const [top, setTop] = useState(0);
  const [openStamp, setOpenStamp] = useState<string>();
  const [panelHeight, setPanelHeight] = useState(0);
  const frame = useRef<HTMLDivElement>(null);
  const panel = useRef<HTMLTableRowElement>(null);
  // Found by its stamp: new changes on top move it down.
  const open = useMemo(() => {
    const found = openStamp && [...rows].find(([, { stamp }]) => stamp === openStamp);
    return found ? { place: found[0] } : undefined;
  }, [rows, openStamp]);
  // Not laid out yet: what a usual window shows.
  const height = frame.current?.clientHeight || 600;
  // The open panel stands after its row and takes room of its own.
  const openHeight = open ? panelHeight : 0;
  const placeAt = (offset: number): number => {
    const plain = Math.floor(offset / rowHeight);
    if (!open || plain <= open.place) return plain;
    return Math.max(open.place, Math.floor((offset - openHeight) / rowHeight));
  };
  const first = Math.max(0, Math.min(placeAt(top), total) - margin);
  const last = Math.min(total, placeAt(top + height) + 1 + margin);
  const isOpenShown = open !== undefined && open.place >= first && open.place < last;
  const above = first * rowHeight + (open && open.place < first ? openHeight : 0);
  const below = (total - last) * rowHeight + (open && open.place >= last ? openHeight : 0);

  useEffect(() => onSight(first, last));
  useEffect(() => {
    const element = panel.current;
    if (!element || !isOpenShown) return;
    const watch = new ResizeObserver(() => setPanelHeight(element.offsetHeight));
    watch.observe(element);
    return () => watch.disconnect();
  }, [isOpenShown]);

  const spacer = (room: number) =>
    room > 0 && (
      <tr>
        <td colSpan={5} style={{ height: room, padding: 0, border: 0 }} />
      </tr>
    );
  const places = Array.from({ length: Math.max(0, last - first) }, (_, index) => first + index);

  return (
    <div
      ref={frame}
      className="ty-table-frame ty-history-frame"
      onScroll={(event: UIEvent<HTMLDivElement>) => setTop(event.currentTarget.scrollTop)}
    >
      <table
        className="ty-table ty-history-list"
        aria-label={h('history.list')}
        aria-rowcount={total + 1}
      >
        <thead>
          <tr>
            <th scope="col" style={{ width: '13.75rem' }}>
              {h('history.column.when')}
            </th>
            <th scope="col" style={{ width: '7rem' }}>
              {h('history.filter.person')}
            </th>
            <th scope="col" style={{ width: '11rem' }}>
              {h('history.column.action')}
            </th>
            <th scope="col">{h('history.bin.what')}</th>
            <th scope="col" style={{ width: '9rem' }}>
              {h('history.column.where')}
            </th>
          </tr>
        </thead>
        <tbody>
          {spacer(above)}
          {places.map((place) => {
            const row = rows.get(place);
            const isOpen = row !== undefined && openStamp === row.stamp;
            const cells = row && (
              <>
                <td>
                  <button
                    type="button"
                    aria-expanded={isOpen}
                    onClick={() => setOpenStamp(isOpen ? undefined : row.stamp)}
                  >
                    {momentText(row.wall)}
                  </button>
                </td>
                <td>{authorName(state, row.author) || h('history.filter.nobody')}</td>
                <td>{bilingual(actionText(row.label))}</td>
                <td title={rowTitle(state, row)}>{rowTitle(state, row)}</td>
                <td className="ty-soft">
                  {row.audience === 'private'
                    ? h('history.own')
                    : deviceText(state, deviceOf(row.stamp), device)}
                </td>
              </>
            );
            return [
              <tr key={row?.stamp ?? place} className="ty-history-row" aria-rowindex={place + 2}>
                {cells ?? (
                  <td colSpan={5} className="ty-soft">
                    {t('shell.opening')}
                  </td>
                )}
              </tr>,
              isOpen && (
                <tr key={`${row.stamp} open`} ref={panel} className="ty-history-panel">
                  <td colSpan={5}>
                    <ChangeDetail stamp={row.stamp} />
                  </td>
                </tr>
              ),
            ];
          })}
          {spacer(below)}
        </tbody>
      </table>
    </div>
  );
}
