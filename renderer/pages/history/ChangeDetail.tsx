import { useEffect, useState } from 'react';
import { sameValue } from '../../../shared/changes/json';
import { isNothing } from '../../../shared/changes/timeline';
import type { CallOutput } from '../../../shared/rpc';
import { RecordHistory } from '../../components/RecordHistory';
import { t } from '../../i18n/i18n';
import { tellFailure } from '../../state/act';
import { useReplica } from '../../state/workspace';
import { askHistory } from './ask';
import { ChangedField } from './ChangedField';
import { kindText, recordTitle } from './record-title';
import { h } from './texts';

/** Changes of one set that are listed; an import has tens of thousands. */
const mostChanges = 200;

/** The single changes of one set, record by record, old and new. */
export function ChangeDetail({ stamp }: { readonly stamp: string }) {
  const { state } = useReplica();
  const [found, setFound] = useState<CallOutput<'history.set'>>();
  useEffect(() => {
    let isWanted = true;
    askHistory('history.set', { stamp, most: mostChanges }).then(
      (answer) => isWanted && setFound(answer),
      tellFailure,
    );
    return () => {
      isWanted = false;
    };
  }, [stamp]);
  if (!found) return <p className="ty-soft">{t('shell.opening')}</p>;
  const { set, before, changeCount } = found;
  return (
    <>
      {set.changes.map(({ collection, id, fields }, index) => {
        const seen = Object.entries(fields).filter(([field, after]) => {
          const old = before[index]?.[field];
          return !sameValue(old ?? null, after) && !(isNothing(old) && isNothing(after));
        });
        return (
          <div key={`${collection} ${id}`}>
            <p className="ty-history-record">
              <span className="ty-soft">{kindText(collection)}</span>
              <strong>{recordTitle(state, collection, id)}</strong>
              <RecordHistory collection={collection} id={id} isQuiet />
            </p>
            <table className="ty-table ty-history-changes">
              <tbody>
                {seen.map(([field, after]) => {
                  const old = before[index]?.[field];
                  return (
                    <ChangedField
                      key={field}
                      place={{ collection, id, field }}
                      before={isNothing(old) ? undefined : old}
                      after={after}
                    />
                  );
                })}
              </tbody>
            </table>
          </div>
        );
      })}
      {changeCount > set.changes.length && (
        <p className="ty-soft">
          {h('history.more.changes', { count: changeCount - set.changes.length })}
        </p>
      )}
    </>
  );
}
