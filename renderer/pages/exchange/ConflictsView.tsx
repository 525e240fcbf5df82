import { useEffect, useMemo, useState } from 'react';
import type { JsonValue } from '../../../shared/changes/json';
import { deviceOf } from '../../../shared/changes/stamp';
import type { RecordSet } from '../../../shared/changes/timeline';
import {
  type Conflict,
  type SettlingRule,
  settledBy,
  settlement,
  sidesOf,
} from '../../../shared/insight/exchange/conflicts';
import { openConflicts } from '../../../shared/insight/open-conflicts';
import { misfitsOf } from '../../../shared/model/collections';
import { EmptyState } from '../../components/EmptyState';
import { PlainTable } from '../../components/PlainTable';
import { TextField } from '../../components/TextField';
import { t } from '../../i18n/i18n';
import { act, tellFailure } from '../../state/act';
import { useReplica } from '../../state/workspace';
import { askHistory } from '../history/ask';
import { fieldText, valueText } from '../history/field-words';
import { momentText } from '../history/moment';
import { recordTitle } from '../history/record-title';
import { authorName, deviceText } from '../history/who';

/** How many conflicts are drawn at once; the rest follows as these are settled. */
const shown = 50;

const keyOf = ({ collection, id, field }: Conflict): string => `${collection} ${id} ${field}`;

/** Every open conflict side by side, to be settled one by one or by a rule. */
export default function ConflictsView() {
  const replica = useReplica();
  const { state, device: own } = replica;
  const open = useMemo(() => openConflicts(replica.state), [replica]);
  const rules = useMemo(() => {
    const devices = new Set(
      open.flatMap(({ entries }) => entries.map(([stamp]) => deviceOf(stamp))),
    );
    const all: { name: string; rule: SettlingRule }[] = [
      { name: 'owner', rule: { by: 'owner' } },
      ...[...devices].map((device) => ({ name: device, rule: { by: 'device', device } as const })),
      { name: 'latest', rule: { by: 'latest' } },
    ];
    return all
      .map((one) => ({ ...one, ...settledBy(replica.state, open, one.rule) }))
      .filter(({ edits }) => edits.length > 0);
  }, [open, replica]);

  if (open.length === 0) return <EmptyState sentence={t('exchange.conflicts.none')} />;
  const settle = (edits: (typeof rules)[number]['edits']) =>
    act('conflict.settle', edits, {
      said: t('exchange.conflicts.settled', { count: edits.length }),
    });
  const ruleText = ({ name, rule, edits }: (typeof rules)[number]): string => {
    const count = edits.length;
    if (rule.by === 'device') {
      return t('exchange.conflicts.device', { device: deviceText(state, name, own), count });
    }
    return t(rule.by === 'owner' ? 'exchange.conflicts.owner' : 'exchange.conflicts.latest', {
      count,
    });
  };
  return (
    <div className="ty-section">
      <p>{t('exchange.conflicts.sentence', { count: open.length })}</p>
      <fieldset className="ty-actions" aria-label={t('exchange.conflicts.bulk')}>
        {rules.map((one) => (
          <button
            key={one.name}
            type="button"
            className="ty-button ty-button-small"
            onClick={() => void settle(one.edits)}
          >
            {ruleText(one)}
          </button>
        ))}
      </fieldset>
      {open.slice(0, shown).map((conflict) => (
        <Sides key={keyOf(conflict)} conflict={conflict} onSettle={settle} />
      ))}
    </div>
  );
}

interface SidesProps {
  readonly conflict: Conflict;
  readonly onSettle: (edits: ReturnType<typeof settlement>[]) => Promise<boolean>;
}

function Sides({ conflict, onSettle }: SidesProps) {
  const { state, device: own } = useReplica();
  const { collection, id, field, entries } = conflict;
  const [sets, setSets] = useState<readonly RecordSet[]>();
  const [third, setThird] = useState<string>();
  const [error, setError] = useState<string>();
  useEffect(() => {
    // A collection of a newer app may have any name; main answers for those it knows.
    askHistory('history.record', { collection, id }).then(setSets, tellFailure);
  }, [collection, id]);
  const place = { collection, id, field };
  const title = `${recordTitle(state, collection, id)} · ${fieldText(state, place)}`;
  const words = (value: JsonValue): string => valueText(state, place, value);
  const sides = sets
    ? sidesOf(conflict, sets)
    : entries.map(([stamp, value]) => ({
        stamp,
        value,
        device: '',
        author: '',
        wall: '',
        saw: [] as readonly JsonValue[],
      }));
  const take = (value: JsonValue) => void onSettle([settlement(conflict, value)]);
  const write = () => {
    const text = (third ?? '').trim();
    const isNumber = entries.some(([, value]) => typeof value === 'number');
    const value: JsonValue = isNumber ? Number(text) : text;
    const isWrong =
      text === '' ||
      (isNumber && !Number.isFinite(value)) ||
      misfitsOf({ collection, id, fields: { [field]: value } }).length > 0;
    if (isWrong) setError(t('exchange.conflict.wrong'));
    else take(value);
  };
  // Only what can be written as text or a number can be a third value.
  const isWritable = entries.every(([, value]) => ['string', 'number'].includes(typeof value));
  return (
    <section className="ty-exchange-conflict" aria-label={title}>
      <h3>{title}</h3>
      <PlainTable
        label={title}
        titles={[
          t('exchange.conflict.value'),
          t('exchange.conflict.who'),
          t('exchange.conflict.when'),
          t('exchange.conflict.where'),
          t('exchange.conflict.saw'),
          t('exchange.package.act'),
        ]}
      >
        {sides.map((side) => (
          <tr key={side.stamp}>
            <td>{words(side.value)}</td>
            <td>{authorName(state, side.author) || '—'}</td>
            <td>{side.wall ? momentText(side.wall) : '—'}</td>
            <td>{side.device ? deviceText(state, side.device, own) : '—'}</td>
            <td>{side.saw.map(words).join('；') || '—'}</td>
            <td>
              <button
                type="button"
                className="ty-button ty-button-small"
                aria-label={t('exchange.conflict.takeOf', { value: words(side.value) })}
                onClick={() => take(side.value)}
              >
                {t('exchange.conflict.take')}
              </button>
            </td>
          </tr>
        ))}
      </PlainTable>
      {isWritable && third === undefined && (
        <button type="button" className="ty-link" onClick={() => setThird('')}>
          {t('exchange.conflict.third')}
        </button>
      )}
      {third !== undefined && (
        <div className="ty-exchange-form">
          <TextField
            label={t('exchange.conflict.third')}
            value={third}
            onChange={setThird}
            error={error}
            autoFocus
          />
          <p className="ty-actions">
            <button type="button" className="ty-button ty-button-primary" onClick={write}>
              {t('exchange.conflict.write')}
            </button>
          </p>
        </div>
      )}
    </section>
  );
}
