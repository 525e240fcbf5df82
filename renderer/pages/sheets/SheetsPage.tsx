import { useEffect, useMemo, useState } from 'react';
import { countChanges } from '../../../shared/changes/change-set';
import { directoryOf, recordsOf } from '../../../shared/sheet/directory';
import { fieldsAskedFor, givenGuesses } from '../../../shared/sheet/given';
import { layoutOf, type Meaning } from '../../../shared/sheet/layout';
import { coreLists, type SheetList, sheetListOf, sheetLists } from '../../../shared/sheet/list';
import { mendKey, wordKey } from '../../../shared/sheet/rows';
import { editsFor } from '../../../shared/sheet/sheet-import';
import { PageHeader } from '../../components/PageHeader';
import { SelectField } from '../../components/SelectField';
import { bilingual } from '../../i18n/i18n';
import { act, tellFailure } from '../../state/act';
import { go, useLocation } from '../../state/location';
import { notify } from '../../state/notices';
import { useToday } from '../../state/today';
import { newId, readMissingYears, useReplica } from '../../state/workspace';
import { ColumnMapping } from './ColumnMapping';
import { FitNote } from './FitNote';
import { GivenValues } from './GivenValues';
import { HeadChoice } from './HeadChoice';
import { Outcome } from './Outcome';
import { rememberedWords, rememberWord } from './open-words';
import { rememberColumns, rememberedColumns } from './remembered-columns';
import { SourceChoice } from './SourceChoice';
import { saveList } from './save-list';
import './sheets.css';
import { s } from './texts';
import { type Compared, useComparison } from './use-comparison';
import { type Source, useSource } from './use-source';

/** Most values that one action may write, as the contract has it. */
const mostValues = 200_000;

/** Goes to the page where the records of a list are. */
function leave(list: SheetList): void {
  if (list.collection === 'activity') go('registers', { kind: list.id });
  else
    go(
      list.collection === 'person' ? 'settings' : list.collection === 'task' ? 'tasks' : 'targets',
    );
}

const nothing: ReadonlyMap<string, string> = new Map();

/** A sheet of the source, with what is known of it. */
const aboutOf = (source: Source | null) => source?.sheets[source.sheet];

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
    () => source && layoutOf(source.grid, list.fields, { head, form: aboutOf(source)?.form }),
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

/** What the user settles about a sheet: values for all rows, cells, words, names, hidden rows. */
function useSettled(list: SheetList, source: Source | null) {
  const [given, setGiven] = useState(nothing);
  const [mended, setMended] = useState(nothing);
  const [words, setWords] = useState(nothing);
  const [chosen, setChosen] = useState(nothing);
  const [withoutHidden, setWithoutHidden] = useState(false);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another sheet begins anew
  useEffect(() => {
    setGiven(nothing);
    setMended(nothing);
    setWords(rememberedWords(list.id));
    setWithoutHidden(false);
  }, [source, list]);
  const put = (set: typeof setGiven) => (key: string, text: string) =>
    set((known) => new Map(known).set(key, text));
  return {
    given,
    mended,
    words,
    chosen,
    withoutHidden,
    setWithoutHidden,
    give: put(setGiven),
    mend: put(setMended),
    word: put(setWords),
    choose: put(setChosen),
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
  const use = useSource(list);
  const { source } = use;
  const { layout, meanings, chooseHead, chooseMeanings } = useColumns(list, source);
  const settled = useSettled(list, source);
  const about = aboutOf(source);
  const directory = useMemo(() => directoryOf(state), [state]);
  const found = useMemo(
    () =>
      source && layout && meanings
        ? givenGuesses({
            grid: source.grid,
            layout,
            meanings,
            fields: list.fields,
            fileName: source.name,
            sheetName: about?.name ?? '',
            sections: directory.departmentNames,
          })
        : [],
    [source, layout, meanings, list, about, directory],
  );
  const [guesses, others] = useMemo(() => {
    const asked = found.map(({ field }) => field.key);
    const rest = fieldsAskedFor(list.fields, meanings ?? []).filter(
      ({ key }) => !asked.includes(key),
    );
    const isAdded = ({ key }: { key: string }) => settled.given.has(key);
    const added = rest.filter(isAdded).map((field) => ({ field, text: '', from: undefined }));
    return [[...found, ...added], rest.filter((field) => !isAdded(field))];
  }, [found, list, meanings, settled.given]);
  const { mended, words, chosen, withoutHidden } = settled;
  const given = useMemo(() => {
    const said = guesses.map(({ field: { key }, text }) => [key, settled.given.get(key) ?? text]);
    // A pair of a key and a text each.
    return new Map((said as [string, string][]).filter(([, text]) => text !== ''));
  }, [guesses, settled.given]);
  const input = useMemo(
    () =>
      source && layout && meanings && !isMissing
        ? {
            state,
            list,
            grid: source.grid,
            form: about?.form,
            layout,
            meanings,
            given,
            mended,
            words,
            chosen,
            withoutHidden,
            year: Number(today.slice(0, 4)),
          }
        : null,
    [
      source,
      about,
      layout,
      meanings,
      given,
      mended,
      words,
      chosen,
      withoutHidden,
      isMissing,
      state,
      list,
      today,
    ],
  );
  const comparison = useComparison(input);
  const name = bilingual(list.name);
  const count = recordsOf(state, list).length;

  const write = async ({ made }: Compared) => {
    const edits = editsFor(state, list, made, newId);
    const values = countChanges({ changes: edits });
    if (values > mostValues) {
      notify({ urgency: 'assertive', text: s('sheets.tooMany', { count: values }) });
      return;
    }
    const of = (is: string) => made.rows.filter((row) => row.state === is).length;
    const said = s('sheets.written', { name, added: of('new'), changed: of('changed') });
    // What was not written stays before the user, to be mended or saved.
    if ((await act('sheet.import', edits, { said })) && of('wrong') === 0) leave(list);
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
        <>
          <FitNote list={list} grid={source.grid} form={about?.form} meanings={meanings} />
          <details className="ty-section" open={meanings.every((meaning) => meaning === null)}>
            <summary>
              <h2 className="ty-sheets-summary">{s('sheets.columns')}</h2>{' '}
              {s('sheets.columns.sentence', {
                row: layout.head + 1,
                mapped: meanings.filter((meaning) => meaning !== null).length,
              })}
            </summary>
            <p className="ty-hint">{s('sheets.heads.sentence')}</p>
            <HeadChoice grid={source.grid} layout={layout} onChoose={chooseHead} />
            <ColumnMapping
              list={list}
              grid={source.grid}
              layout={layout}
              meanings={meanings}
              onChange={chooseMeanings}
            />
          </details>
          {guesses.length + others.length > 0 && meanings.some((meaning) => meaning !== null) && (
            <GivenValues
              guesses={guesses}
              others={others}
              onAdd={(key) => settled.give(key, '')}
              said={settled.given}
              sections={directory.departmentNames}
              onSay={settled.give}
            />
          )}
        </>
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
      {comparison.state?.is === 'done' && source && source.grid.length > 0 && layout && (
        <Outcome
          compared={comparison.state.compared}
          list={list}
          layout={layout}
          people={directory.people}
          sections={directory.departmentNames}
          withoutHidden={withoutHidden}
          onHidden={settled.setWithoutHidden}
          onChoose={settled.choose}
          onMend={(row, field, text) => settled.mend(mendKey(row, field.key), text)}
          onWord={(field, text, read) => {
            settled.word(wordKey(field.key, text), read);
            rememberWord(list.id, field, text, read);
          }}
          onWrite={write}
        />
      )}
    </section>
  );
}
