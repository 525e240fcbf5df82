import { useEffect, useMemo, useState } from 'react';
import { periodLabel } from '../../../shared/calendar/period';
import { isCollectionName } from '../../../shared/model/collections';
import { EmptyState } from '../../components/EmptyState';
import { SelectField } from '../../components/SelectField';
import { TextField } from '../../components/TextField';
import { currentLanguage, t } from '../../i18n/i18n';
import { go, useLocation } from '../../state/location';
import { useReplica } from '../../state/workspace';
import { ChangeList } from './ChangeList';
import { aboutText } from './filter-text';
import { kindText } from './record-title';
import { h } from './texts';
import { type Filter, useChanges } from './use-changes';
import { authorName } from './who';

/** A person's id may be empty: sets made before anybody said whose PC it is. */
const nobody = 'nobody';

/** A text some time after the last key, so that typing is not held up. */
function useSettled(text: string): string {
  const [settled, setSettled] = useState(text);
  useEffect(() => {
    const timer = window.setTimeout(() => setSettled(text), 250);
    return () => window.clearTimeout(timer);
  }, [text]);
  return settled;
}

/** All change sets, newest first, with filters; the filters are in the address. */
export function ChangesTab() {
  const replica = useReplica();
  const { state } = replica;
  const { params } = useLocation();
  const { who = '', month = '', kind = '' } = params;
  const [text, setText] = useState('');
  const wanted = useSettled(text);
  const filter = useMemo((): Filter | undefined => {
    const about = aboutText(replica.state, wanted);
    if (about === null) return undefined;
    return {
      ...(who && { author: who === nobody ? '' : who }),
      ...(month && { month }),
      ...(kind && { collection: kind }),
      ...(about && { about }),
    };
  }, [replica, wanted, who, month, kind]);
  const { found, share, ensure } = useChanges(filter, state.revision);
  const put = (next: Record<string, string>) => {
    const all = Object.entries({ ...params, ...next }).filter(([, value]) => value !== '');
    go('history', Object.fromEntries(all));
  };
  const isFiltered = who !== '' || month !== '' || kind !== '' || text !== '';
  const clear = () => {
    setText('');
    put({ who: '', month: '', kind: '' });
  };

  return (
    <>
      <div className="ty-history-filters">
        <SelectField
          label={h('history.filter.person')}
          value={who}
          optional
          nothing={h('history.filter.all')}
          options={(found?.page.authors ?? []).map((author) => ({
            value: author || nobody,
            label: authorName(state, author) || author || h('history.filter.nobody'),
          }))}
          onChange={(value) => put({ who: value })}
        />
        <SelectField
          label={h('history.filter.month')}
          value={month}
          optional
          nothing={h('history.filter.all')}
          options={(found?.page.months ?? []).map((value) => ({
            value,
            label: periodLabel(value, currentLanguage()),
          }))}
          onChange={(value) => put({ month: value })}
        />
        <SelectField
          label={h('history.filter.kind')}
          value={kind}
          optional
          nothing={h('history.filter.all')}
          options={(found?.page.collections ?? [])
            .filter(isCollectionName)
            .map((value) => ({ value, label: kindText(value) }))}
          onChange={(value) => put({ kind: value })}
        />
        <TextField
          label={h('history.filter.text')}
          value={text}
          placeholder={h('history.filter.text.hint')}
          onChange={setText}
        />
      </div>
      <p className="ty-history-count" role="status">
        <span>
          {!filter && h('history.filter.many')}
          {filter && found && h('history.found', { count: found.page.total })}
          {filter &&
            !found &&
            (share === undefined
              ? t('shell.opening')
              : h('history.reading', { percent: Math.floor(share * 100) }))}
        </span>
        {isFiltered && (
          <button type="button" className="ty-link" onClick={clear}>
            {h('history.filter.clear')}
          </button>
        )}
      </p>
      {filter && found?.page.total === 0 && (
        <EmptyState sentence={h(isFiltered ? 'history.none' : 'history.empty')} />
      )}
      {filter && found && found.page.total > 0 && (
        <ChangeList total={found.page.total} rows={found.rows} onSight={ensure} />
      )}
    </>
  );
}
