import { useEffect, useMemo, useState } from 'react';
import { entriesOf, isConflicting } from '../../../shared/changes/state';
import { type TimelineEntry, timelineOf } from '../../../shared/changes/timeline';
import type { CallOutput } from '../../../shared/rpc';
import { Dialog } from '../../components/Dialog';
import { actionText } from '../../i18n/action-labels';
import { bilingual, t } from '../../i18n/i18n';
import { act, tellFailure } from '../../state/act';
import { useReplica } from '../../state/workspace';
import { askHistory } from './ask';
import { ChangedField } from './ChangedField';
import { fieldText, valueText } from './field-words';
import { momentText } from './moment';
import { recordTitle } from './record-title';
import { restoreAudience } from './restoring';
import { h } from './texts';
import { authorName, deviceText } from './who';
import './history.css';

interface RecordTimelineProps {
  readonly collection: string;
  readonly id: string;
  readonly onClose: () => void;
}

/** All that happened to one record, newest first, with what can be brought back. */
export default function RecordTimeline({ collection, id, onClose }: RecordTimelineProps) {
  const replica = useReplica();
  const { state } = replica;
  const [sets, setSets] = useState<CallOutput<'history.record'>>();
  const revision = state.revision;
  useEffect(() => {
    let isWanted = true;
    // Asked again after every change, which may have been one of this record.
    void revision;
    askHistory('history.record', { collection, id }).then(
      (found) => isWanted && setSets(found),
      tellFailure,
    );
    return () => {
      isWanted = false;
    };
  }, [collection, id, revision]);
  const entries = useMemo(
    () => sets && timelineOf(collection, id, sets).reverse(),
    [sets, collection, id],
  );
  const privateStamps = new Set(
    sets?.filter(({ audience }) => audience === 'private').map(({ stamp }) => stamp),
  );

  return (
    <Dialog
      title={h('history.record.title', { title: recordTitle(state, collection, id) })}
      onClose={onClose}
      isWide
    >
      <Conflicts collection={collection} id={id} />
      {!entries && <p className="ty-soft">{t('shell.opening')}</p>}
      {entries?.length === 0 && <p className="ty-soft">{h('history.record.none')}</p>}
      <ol className="ty-history-timeline">
        {entries?.map((entry) => (
          <li key={entry.stamp}>
            <p className="ty-history-entry">
              <strong>{bilingual(actionText(entry.label))}</strong>
              <span>{momentText(entry.wall)}</span>
              <span>{authorName(state, entry.author) || h('history.filter.nobody')}</span>
              <span className="ty-soft">{deviceText(state, entry.device, replica.device)}</span>
              {privateStamps.has(entry.stamp) && (
                <span className="ty-soft">{h('history.own')}</span>
              )}
            </p>
            <EntryChanges collection={collection} id={id} entry={entry} />
          </li>
        ))}
      </ol>
    </Dialog>
  );
}

interface EntryChangesProps {
  readonly collection: string;
  readonly id: string;
  readonly entry: TimelineEntry;
}

/** The fields that one set changed, old and new. */
function EntryChanges({ collection, id, entry }: EntryChangesProps) {
  if (entry.changes.length === 0) return <p className="ty-soft">{h('history.made')}</p>;
  return (
    <table className="ty-table ty-history-changes">
      <tbody>
        {entry.changes.map(({ field, before, after, beside }) => (
          <ChangedField
            key={field}
            place={{ collection, id, field }}
            before={entry.isFirst ? undefined : (before[0] ?? null)}
            after={after}
            beside={beside}
          />
        ))}
      </tbody>
    </table>
  );
}

/** Open conflicts of the record, each with all its values to choose from. */
function Conflicts({ collection, id }: { readonly collection: string; readonly id: string }) {
  const replica = useReplica();
  const { state } = replica;
  const record = state.collections.get(collection)?.records.get(id);
  const audience = restoreAudience(replica, collection, id);
  const fields = Object.keys(record?.rivals ?? {}).filter(
    (field) => record && isConflicting(record, field),
  );
  return fields.map((field) => {
    const place = { collection, id, field };
    const name = fieldText(state, place);
    return (
      <div key={field} className="ty-history-conflict" role="alert">
        <p>{h('history.conflict', { field: name })}</p>
        <ul>
          {entriesOf(record, field).map(([stamp, value]) => (
            <li key={stamp}>
              <span>{valueText(state, place, value)}</span>
              {audience && (
                <button
                  type="button"
                  className="ty-button ty-button-small"
                  onClick={() =>
                    void act(
                      'history.restoreValue',
                      [{ collection, id, fields: { [field]: value } }],
                      { audience, said: h('history.restored', { field: name }) },
                    )
                  }
                >
                  {h('history.conflict.choose', { value: valueText(state, place, value) })}
                </button>
              )}
            </li>
          ))}
        </ul>
      </div>
    );
  });
}
