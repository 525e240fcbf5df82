import { useEffect, useState } from 'react';
import type { CallOutput } from '../../../shared/rpc';
import { Dialog } from '../../components/Dialog';
import { PlainTable } from '../../components/PlainTable';
import { t } from '../../i18n/i18n';
import { tellFailure } from '../../state/act';
import { call } from '../../state/bridge';
import { useReplica } from '../../state/workspace';
import { fieldText, valueText } from '../history/field-words';
import { momentText } from '../history/moment';
import { recordKey } from './Preview';

type Group = CallOutput<'transfer.preview'>['groups'][number];
type Row = CallOutput<'transfer.records'>['rows'][number];
type View = CallOutput<'transfer.record'>;

/** Records asked for at a time. */
const page = 100;

interface IncomingRecordsProps {
  readonly group: Group;
  readonly title: string;
  readonly onClose: () => void;
}

/** The records of one group, and each of them before and after. */
export function IncomingRecords({ group, title, onClose }: IncomingRecordsProps) {
  const { module, author } = group;
  const [rows, setRows] = useState<readonly Row[]>([]);
  const [total, setTotal] = useState(0);
  const [open, setOpen] = useState<{ row: Row; view: View }>();
  const more = (from: number) =>
    call('transfer.records', { module, author, from, count: page }).then((found) => {
      setRows((known) => [...known.slice(0, from), ...found.rows]);
      setTotal(found.total);
    }, tellFailure);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the group is asked about once
  useEffect(() => void more(0), []);
  const look = (row: Row) =>
    call('transfer.record', { collection: row.collection, id: row.id }).then(
      (view) => setOpen({ row, view }),
      tellFailure,
    );
  return (
    <Dialog title={open ? open.row.title : title} isWide onClose={onClose}>
      {open ? (
        <>
          <p>
            <button type="button" className="ty-link" onClick={() => setOpen(undefined)}>
              {t('exchange.record.back')}
            </button>
          </p>
          <BeforeAfter row={open.row} view={open.view} />
        </>
      ) : (
        <>
          <PlainTable
            label={title}
            titles={[
              t('exchange.record.what'),
              t('exchange.record.title'),
              t('exchange.preview.flagged'),
            ]}
          >
            {rows.map((row) => (
              <tr key={recordKey(row)}>
                <td>{t(`exchange.what.${row.what}`)}</td>
                <td>
                  <button type="button" className="ty-link" onClick={() => void look(row)}>
                    {row.title}
                  </button>
                </td>
                <td>{row.flags.map((flag) => t(`exchange.flag.${flag}`)).join('；')}</td>
              </tr>
            ))}
          </PlainTable>
          {rows.length < total && (
            <button type="button" className="ty-button" onClick={() => void more(rows.length)}>
              {t('exchange.record.more', { count: Math.min(page, total - rows.length) })}
            </button>
          )}
        </>
      )}
    </Dialog>
  );
}

function BeforeAfter({ row, view }: { row: Row; view: View }) {
  const { state } = useReplica();
  const { collection, id } = row;
  return (
    <PlainTable
      label={row.title}
      titles={[
        t('exchange.record.field'),
        t('exchange.record.before'),
        t('exchange.record.after'),
        t('exchange.record.sides'),
      ]}
    >
      {view.fields.map(({ field, before, after, values }) => {
        const place = { collection, id, field };
        return (
          <tr key={field}>
            <th scope="row">{fieldText(state, place)}</th>
            <td>{view.isHere ? valueText(state, place, before) : '—'}</td>
            <td>{valueText(state, place, after)}</td>
            <td>
              {values.length > 1 &&
                values.map((one) => (
                  <p key={one.stamp}>
                    {valueText(state, place, one.value)}（{one.authorName || '—'}，
                    {momentText(one.wall)}，{one.device}）
                  </p>
                ))}
            </td>
          </tr>
        );
      })}
    </PlainTable>
  );
}
