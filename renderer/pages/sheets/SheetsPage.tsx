import { useEffect, useMemo, useState } from 'react';
import { countChanges } from '../../../shared/changes/change-set';
import { cellText } from '../../../shared/sheet/book';
import { editsOf } from '../../../shared/sheet/compare';
import { directoryOf, recordsOf } from '../../../shared/sheet/directory';
import { idMeaning, layoutOf, type Meaning } from '../../../shared/sheet/layout';
import { coreLists, type SheetList, sheetListOf, sheetLists } from '../../../shared/sheet/list';
import { PageHeader } from '../../components/PageHeader';
import { SelectField } from '../../components/SelectField';
import { bilingual } from '../../i18n/i18n';
import { act, tellFailure } from '../../state/act';
import { go, useLocation } from '../../state/location';
import { notify } from '../../state/notices';
import { useToday } from '../../state/today';
import { newId, readMissingYears, useReplica } from '../../state/workspace';
import { ColumnMapping } from './ColumnMapping';
import { OpenNames } from './OpenNames';
import { Preview } from './Preview';
import { rememberColumns, rememberedColumns } from './remembered-columns';
import { SourceChoice } from './SourceChoice';
import { saveList } from './save-list';
import './sheets.css';
import { s } from './texts';
import { type Compared, useComparison } from './use-comparison';
import { type Source, useSource } from './use-source';

/** Most values that one action may write, as the contract has it. */
const mostValues = 200_000;

/** Rows at the top that can be chosen as headings. */
const headChoices = 12;

/** Goes to the page where the records of a list are. */
function leave(list: SheetList): void {
  if (list.collection === 'activity') go('registers', { kind: list.id });
  else
    go(
      list.collection === 'person' ? 'settings' : list.collection === 'task' ? 'tasks' : 'targets',
    );
}

/** The row with the headings and what the columns are, found and then chosen. */
function useColumns(list: SheetList, source: Source | null) {
  const [head, setHead] = useState<number>();
  const [own, setOwn] = useState<readonly Meaning[]>();
  // biome-ignore lint/correctness/useExhaustiveDependencies: another sheet begins anew
  useEffect(() => {
    setHead(undefined);
    setOwn(undefined);
  }, [source, list]);
  const layout = useMemo(
    () => source && layoutOf(source.grid, list.fields, head),
    [source, list, head],
  );
  const meanings = useMemo(
    () => layout && (own ?? rememberedColumns(list.id, layout, list.fields) ?? layout.meanings),
    [layout, own, list],
  );
  return {
    layout,
    meanings,
    chooseHead: (row: number) => {
      setHead(row);
      setOwn(undefined);
    },
    chooseMeanings: (next: readonly Meaning[]) => {
      setOwn(next);
      if (layout) rememberColumns(list.id, layout, next);
    },
  };
}

/** Records in from a sheet, and out into one. */
export default function SheetsPage() {
  const { state, missing } = useReplica();
  const { params } = useLocation();
  const list = sheetListOf(params.list ?? '') ?? coreLists.person;
  // Rows are held against all records there are.
  const isMissing = missing.length > 0;
  useEffect(() => {
    if (isMissing) readMissingYears().catch(tellFailure);
  }, [isMissing]);
  const today = useToday();
  const use = useSource();
  const { source } = use;
  const { layout, meanings, chooseHead, chooseMeanings } = useColumns(list, source);
  const [chosen, setChosen] = useState<ReadonlyMap<string, string>>(new Map());
  const input = useMemo(
    () =>
      source && layout && meanings && !isMissing
        ? {
            state,
            list,
            grid: source.grid,
            layout,
            meanings,
            chosen,
            year: Number(today.slice(0, 4)),
          }
        : null,
    [source, layout, meanings, isMissing, state, list, chosen, today],
  );
  const comparison = useComparison(input);
  const name = bilingual(list.name);
  const count = recordsOf(state, list).length;

  const write = async ({ rows, departments }: Compared) => {
    const last = Math.max(
      0,
      ...recordsOf(state, list).map((one) => (typeof one.order === 'number' ? one.order : 0)),
    );
    const edits = editsOf(list, rows, newId, last);
    const used = new Set(edits.map(({ fields }) => fields.department));
    const made = [...departments].filter(([, id]) => used.has(id));
    const sections = directoryOf(state).departmentNames.length;
    const all = [
      ...made.map(([section, id], index) => ({
        collection: 'department',
        id,
        fields: { name: section, order: sections + index },
      })),
      ...edits,
    ];
    const values = countChanges({ changes: all });
    if (values > mostValues) {
      notify({ urgency: 'assertive', text: s('sheets.tooMany', { count: values }) });
      return;
    }
    const added = rows.filter((row) => row.state === 'new').length;
    const changed = rows.filter((row) => row.state === 'changed').length;
    const said = s('sheets.written', { name, added, changed });
    if (await act('sheet.import', all, { said })) leave(list);
  };

  return (
    <section className="ty-page">
      <PageHeader title={s('sheets.title', { name })} sentence={s('sheets.sentence')}>
        <button type="button" className="ty-button" onClick={() => leave(list)}>
          {s('sheets.back')}
        </button>
        <button
          type="button"
          className="ty-button"
          onClick={() => void saveList({ state, list, today, isForm: true })}
        >
          {s('sheets.template')}
        </button>
        {count > 0 && (
          <button
            type="button"
            className="ty-button"
            onClick={() => void saveList({ state, list, today })}
          >
            {s('sheets.export', { count })}
          </button>
        )}
      </PageHeader>
      <div className="ty-sheets-choices">
        <SelectField
          label={s('sheets.list')}
          value={list.id}
          options={sheetLists.map((one) => ({ value: one.id, label: bilingual(one.name) }))}
          onChange={(id) => go('sheets', { list: id })}
        />
        {source && layout && (
          <>
            {source.sheets.length > 1 && (
              <SelectField
                label={s('sheets.sheet')}
                value={String(source.sheet)}
                options={source.sheets.map(({ name: sheet, isHidden }, index) => ({
                  value: String(index),
                  label: isHidden ? s('sheets.sheet.hidden', { name: sheet }) : sheet,
                }))}
                onChange={(value) => void use.chooseSheet(Number(value))}
              />
            )}
            <SelectField
              label={s('sheets.head')}
              value={String(layout.head)}
              options={[
                { value: '-1', label: s('sheets.head.none') },
                ...source.grid
                  .slice(0, Math.max(headChoices, layout.head + 1))
                  .map((row, index) => ({
                    value: String(index),
                    label: s('sheets.head.row', {
                      row: index + 1,
                      start: row.map(cellText).filter(Boolean).join(' ').slice(0, 24),
                    }),
                  })),
              ]}
              onChange={(value) => chooseHead(Number(value))}
            />
            <button type="button" className="ty-button" onClick={use.forget}>
              {s('sheets.another')}
            </button>
          </>
        )}
      </div>
      {!source && <SourceChoice use={use} />}
      {source && source.grid.length === 0 && <p role="alert">{s('sheets.empty')}</p>}
      {source?.sheets[source.sheet]?.isCut && (
        <p className="ty-error" role="alert">
          {s('sheets.cut', { rows: source.grid.length })}
        </p>
      )}
      {source && source.grid.length > 0 && layout && meanings && (
        <details className="ty-section" open={meanings.every((meaning) => meaning === null)}>
          <summary>
            <h2 className="ty-sheets-summary">{s('sheets.columns')}</h2>{' '}
            {s('sheets.columns.sentence', {
              mapped: meanings.filter((meaning) => meaning !== null).length,
            })}
          </summary>
          <ColumnMapping
            list={list}
            grid={source.grid}
            layout={layout}
            meanings={meanings}
            onChange={chooseMeanings}
          />
        </details>
      )}
      {comparison.state?.is === 'running' && (
        <p className="ty-actions" role="status">
          <progress
            value={comparison.state.done}
            max={comparison.state.total}
            aria-label={s('sheets.preview')}
          />
          {s('sheets.comparing', { done: comparison.state.done, total: comparison.state.total })}
          <button type="button" className="ty-button ty-button-small" onClick={comparison.stop}>
            {s('sheets.cancel')}
          </button>
        </p>
      )}
      {comparison.state?.is === 'stopped' && (
        <p className="ty-actions" role="status">
          {s('sheets.stopped')}
          <button type="button" className="ty-button ty-button-small" onClick={comparison.again}>
            {s('sheets.again')}
          </button>
        </p>
      )}
      {comparison.state?.is === 'done' && source && source.grid.length > 0 && meanings && (
        <Outcome
          compared={comparison.state.compared}
          list={list}
          source={source}
          meanings={meanings}
          people={directoryOf(state).people}
          onChoose={(typed, person) => setChosen((known) => new Map(known).set(typed, person))}
          onWrite={write}
        />
      )}
    </section>
  );
}

interface OutcomeProps {
  readonly compared: Compared;
  readonly list: SheetList;
  readonly source: Source;
  readonly meanings: readonly Meaning[];
  readonly people: ReturnType<typeof directoryOf>['people'];
  readonly onChoose: (typed: string, person: string) => void;
  readonly onWrite: (compared: Compared) => Promise<void>;
}

/** What came of comparing, and the button that writes it. */
function Outcome(props: OutcomeProps) {
  const { compared, list, source, meanings, people, onChoose, onWrite } = props;
  const { rows, skipped, names, departments, absent, longestBlock } = compared;
  const [isWriting, setWriting] = useState(false);
  const count = rows.filter(({ state }) => state === 'new' || state === 'changed').length;
  const wrong = rows.filter(({ state }) => state === 'wrong').length;
  const left = (['blank', 'total', 'note', 'heading'] as const).flatMap((reason) =>
    skipped[reason] > 0 ? [s(`sheets.skipped.${reason}`, { count: skipped[reason] })] : [],
  );
  const isById = meanings.includes(idMeaning);
  const used = new Set(rows.map(({ fields }) => fields.department));
  const made = [...departments].flatMap(([name, id]) => (used.has(id) ? [name] : []));
  return (
    <>
      {absent.length > 0 && (
        <p className="ty-error" role="alert">
          {s('sheets.absent', {
            names: absent.map(({ label }) => bilingual(label)).join(s('sheets.joint')),
          })}
        </p>
      )}
      {names.length > 0 && <OpenNames names={names} people={people} onChoose={onChoose} />}
      <div className="ty-section" data-longest-block={Math.round(longestBlock)}>
        <div className="ty-figure-head">
          <h2>{s('sheets.preview')}</h2>
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
        </div>
        <p className="ty-hint">
          {wrong > 0 && `${s('sheets.wrongKept', { count: wrong })} `}
          {left.length > 0 && `${s('sheets.skipped', { what: left.join(s('sheets.joint')) })} `}
          {made.length > 0 &&
            `${s('sheets.departments', { names: made.join(s('sheets.joint')) })} `}
          {s('sheets.kept', { empties: s(isById ? 'sheets.kept.byId' : 'sheets.kept.byKey') })}
        </p>
        <Preview rows={rows} grid={source.grid} fields={list.fields} meanings={meanings} />
      </div>
    </>
  );
}
