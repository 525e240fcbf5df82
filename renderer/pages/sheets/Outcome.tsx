import { useMemo, useState } from 'react';
import type { Field } from '../../../shared/kinds/field';
import type { Named } from '../../../shared/reading/people-index';
import { idMeaning, type Layout } from '../../../shared/sheet/layout';
import type { SheetList } from '../../../shared/sheet/list';
import { isNotWritten, restBook } from '../../../shared/sheet/rest-book';
import { skippedReasons } from '../../../shared/sheet/rows';
import { bilingual, currentLanguage } from '../../i18n/i18n';
import { OpenNames } from './OpenNames';
import { OpenWords } from './OpenWords';
import { openWords } from './open-words';
import { Preview } from './Preview';
import { saveBook } from './save-list';
import { s } from './texts';
import type { Compared } from './use-comparison';

interface OutcomeProps {
  readonly compared: Compared;
  readonly list: SheetList;
  readonly layout: Layout;
  readonly people: readonly Named[];
  readonly sections: readonly string[];
  readonly withoutHidden: boolean;
  readonly onHidden: (withoutHidden: boolean) => void;
  readonly onChoose: (typed: string, person: string) => void;
  readonly onMend: (row: number, field: Field, text: string) => void;
  readonly onWord: (field: Field, text: string, read: string) => void;
  readonly onWrite: (compared: Compared) => Promise<void>;
}

/** What came of comparing in one sentence, what is to be settled, and the button that writes. */
export function Outcome(props: OutcomeProps) {
  const { compared, list, layout, people, sections, withoutHidden } = props;
  const { onHidden, onChoose, onMend, onWord, onWrite } = props;
  const { made, longestBlock } = compared;
  const { rows, skipped, names, departments, meanings, hiddenRead } = made;
  const [isWriting, setWriting] = useState(false);
  const of = (is: string) => rows.filter(({ state }) => state === is).length;
  const [added, changed, same, wrong] = [of('new'), of('changed'), of('unchanged'), of('wrong')];
  const look = rows.filter(({ state, needsLook }) => needsLook && state !== 'wrong').length;
  const count = added + changed;
  const part = (key: 'new' | 'changed' | 'same' | 'wrong' | 'look', number: number) =>
    number > 0 ? [s(`sheets.sum.${key}`, { count: number })] : [];
  const what = [...part('new', added), ...part('changed', changed)];
  const sum = [
    what.length > 0
      ? s('sheets.sum', { what: what.join(s('sheets.joint')) })
      : s('sheets.sum.none'),
    ...part('same', same),
    ...part('wrong', wrong),
    ...part('look', look),
  ];
  const left = skippedReasons.flatMap((reason) =>
    skipped[reason] > 0 ? [s(`sheets.skipped.${reason}`, { count: skipped[reason] })] : [],
  );
  const notWritten = rows.filter(isNotWritten).length;
  const words = useMemo(() => openWords(made, list.fields), [made, list]);
  const isById = meanings.includes(idMeaning);
  const used = new Set(rows.map(({ fields }) => fields.department));
  const sectionsMade = [...departments].flatMap(([name, id]) => (used.has(id) ? [name] : []));
  const saveRest = async () => {
    const title = s('sheets.rest.title', { name: bilingual(list.name) });
    const language = currentLanguage();
    const note = s('sheets.rest.note');
    await saveBook(restBook({ title, note, layout, rows, language }), title);
  };
  return (
    <>
      {names.size > 0 && (
        <OpenNames names={[...names.values()]} people={people} onChoose={onChoose} />
      )}
      {words.length > 0 && <OpenWords words={words} sections={sections} onChoose={onWord} />}
      <div className="ty-section" data-longest-block={Math.round(longestBlock)}>
        <div className="ty-figure-head">
          <h2>{s('sheets.preview')}</h2>
          <span className="ty-actions">
            {notWritten > 0 && (
              <button type="button" className="ty-button" onClick={() => void saveRest()}>
                {s('sheets.rest', { count: notWritten })}
              </button>
            )}
            <button
              type="button"
              className="ty-button ty-button-primary"
              disabled={count === 0 || isWriting}
              onClick={() => {
                setWriting(true);
                void onWrite(compared).finally(() => setWriting(false));
              }}
            >
              {count === 0 ? s('sheets.nothing') : s('sheets.write', { count })}
            </button>
          </span>
        </div>
        <p role="status">{sum.join(' ')}</p>
        <p className="ty-hint">
          {left.length > 0 && `${s('sheets.skipped', { what: left.join(s('sheets.joint')) })} `}
          {sectionsMade.length > 0 &&
            `${s('sheets.departments', { names: sectionsMade.join(s('sheets.joint')) })} `}
          {s('sheets.kept', { empties: s(isById ? 'sheets.kept.byId' : 'sheets.kept.byKey') })}
        </p>
        {hiddenRead + skipped.hidden > 0 && (
          <p>
            {s('sheets.hidden', { count: hiddenRead + skipped.hidden })}{' '}
            <label>
              <input
                type="checkbox"
                checked={!withoutHidden}
                onChange={(event) => onHidden(!event.target.checked)}
              />{' '}
              {s('sheets.hidden.read')}
            </label>
          </p>
        )}
        <Preview
          rows={rows}
          fields={list.fields}
          meanings={meanings}
          sections={sections}
          onMend={onMend}
        />
      </div>
    </>
  );
}
