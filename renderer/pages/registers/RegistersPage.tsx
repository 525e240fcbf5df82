import { lazy, Suspense, useEffect, useMemo } from 'react';
import { sections } from '../../../shared/catalogue/catalogue';
import { recordOrDefault } from '../../../shared/changes/records';
import { nameOf } from '../../../shared/insight/people';
import {
  type Field,
  type FieldValue,
  fieldValue,
  sortKey,
  textOf,
  type Wording,
} from '../../../shared/kinds/field';
import type { Kind } from '../../../shared/kinds/kind';
import { kinds } from '../../../shared/kinds/kinds';
import {
  columnsOf,
  filtersOf,
  formValues,
  searchText,
  titleOf,
} from '../../../shared/kinds/register';
import type { RecordOf } from '../../../shared/model/collections';
import { unitId } from '../../../shared/model/unit';
import { registerList } from '../../../shared/report/register-list';
import { EmptyState } from '../../components/EmptyState';
import { PageHeader } from '../../components/PageHeader';
import { SelectField } from '../../components/SelectField';
import { type Column, Table } from '../../components/Table';
import { bilingual, t } from '../../i18n/i18n';
import { tellFailure } from '../../state/act';
import { call } from '../../state/bridge';
import { go, useLocation } from '../../state/location';
import { readMissingYears, useRecords, useReplica } from '../../state/workspace';
import { SheetActions } from '../sheets/SheetActions';
import { ColumnChoice } from './ColumnChoice';
import { useChosenColumns } from './chosen-columns';
import './registers.css';
import { isResuming, useOpen } from '../../state/forms';
import { wordingOf } from './wording';

const RecordForm = lazy(() => import('./RecordForm'));
const RecordDialog = lazy(() => import('./RecordDialog'));

type Activity = RecordOf<'activity'>;

/** What stands over the page: a record, its form, or the form of a new one. */
type Open =
  | { readonly what: 'record' | 'form'; readonly id: string }
  | { readonly what: 'new'; readonly given: Readonly<Record<string, FieldValue>> };

const newestFirst = (a: Activity, b: Activity): number =>
  a.date > b.date ? -1 : a.date < b.date ? 1 : a.id > b.id ? -1 : 1;

/** What reads badly over two lines. */
const isShort = ({ control }: Field): boolean =>
  ['day', 'number', 'person', 'choice'].includes(control.type);

/** The columns of the table, from the fields that are shown. */
function columnsFor(
  kind: Kind,
  fields: readonly Field[],
  wording: Wording,
  onOpen: (id: string) => void,
): Column<Activity>[] {
  const opening = fields.find(({ key }) => key === 'title') ?? fields[0];
  return fields.map((field) => {
    const text = (record: Activity) => textOf(field, fieldValue(record, field), wording);
    return {
      id: field.key,
      title: bilingual(field.label),
      sortBy: (record) => sortKey(field, fieldValue(record, field), wording),
      ...(field.control.type === 'number' && { align: 'number' as const }),
      ...(field.width && { width: `${field.width}rem` }),
      cell: (record) =>
        field === opening ? (
          <button
            type="button"
            className="ty-link ty-registers-open"
            onClick={() => onOpen(record.id)}
          >
            {text(record) || titleOf(kind, record, wording)}
          </button>
        ) : (
          <span className={isShort(field) ? 'ty-nowrap' : undefined}>{text(record)}</span>
        ),
    };
  });
}

/** What the address fills into a new record: `v.<field>=<value>`. */
const givenIn = (params: Readonly<Record<string, string>>): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(params).flatMap(([key, value]) =>
      key.startsWith('v.') ? [[key.slice(2), value] as const] : [],
    ),
  );

/** All registers: one table and one form, as each kind declares them. */
export default function RegistersPage({ offered = kinds }: { offered?: readonly Kind[] }) {
  const replica = useReplica();
  const { state, missing } = replica;
  const { params } = useLocation();
  const activities = useRecords('activity');
  const kind = offered.find(({ id }) => id === params.kind) ?? offered[0];
  const [open, setOpen] = useOpen<Open | null>('RegistersPage.open', null);
  const [columns, setColumns] = useChosenColumns(kind);
  const items = params.items ? params.items.split(',') : [];

  // Links from checklists lead to a record, or to the form of a new one.
  useEffect(() => {
    if (isResuming()) return;
    if (params.record) setOpen({ what: 'record', id: params.record });
    else if (params.new) setOpen({ what: 'new', given: givenIn(params) });
  }, [params, setOpen]);

  // Registers reach back as far as there are records.
  const isMissing = missing.length > 0;
  useEffect(() => {
    if (isMissing) readMissingYears().catch(tellFailure);
  }, [isMissing]);

  const wording = wordingOf(state);
  const ofKind = useMemo(
    () => activities.filter((record) => record.kind === kind?.id).sort(newestFirst),
    [activities, kind],
  );
  const years = [...new Set(ofKind.map(({ date }) => date.slice(0, 4)).filter(Boolean))];
  if (!kind) return null;
  const filters = filtersOf(kind);
  const year = params.year ?? '';
  const person = params.person ?? '';
  const typed = (params.q ?? '').trim().toLowerCase();
  const rows = ofKind.filter(
    (record) =>
      record.date.startsWith(year) &&
      (person === '' || record.host === person || record.people.includes(person)) &&
      filters.every((field) => {
        const wanted = params[`f.${field.key}`];
        return !wanted || fieldValue(record, field) === wanted;
      }) &&
      (typed === '' || searchText(kind, record, wording).includes(typed)),
  );
  const shown = columns.length > 0 ? columns : columnsOf(kind);
  const narrow = (change: Readonly<Record<string, string>>) => {
    const next = Object.entries({ kind: kind.id, ...params, ...change }).filter(
      ([key, value]) =>
        value !== '' && (key === 'kind' || key === 'year' || /^(q$|person$|f\.)/.test(key)),
    );
    go('registers', Object.fromEntries(next));
  };
  const record = open && open.what !== 'new' ? ofKind.find(({ id }) => id === open.id) : undefined;
  const unit = recordOrDefault(state, 'unit', unitId);
  const put = (how: 'print' | 'save') => {
    const unitName = unit.name;
    const document = registerList({ kind, columns: shown, records: rows, unitName, wording });
    const done =
      how === 'print'
        ? call('documents.print', { documents: [document], printing: null })
        : call('documents.save', {
            documents: [{ document, fileName: document.title }],
            format: 'pdf',
            as: 'one',
            fileName: document.title,
          });
    done.catch(tellFailure);
  };
  const counts = new Map<string, number>();
  for (const activity of activities)
    counts.set(activity.kind, (counts.get(activity.kind) ?? 0) + 1);
  const add = (
    <button
      type="button"
      className="ty-button ty-button-primary"
      onClick={() => setOpen({ what: 'new', given: {} })}
    >
      {t('registers.add')}
    </button>
  );

  return (
    <section className="ty-page">
      <PageHeader
        title={bilingual(kind.name)}
        sentence={t('registers.sentence', { shown: rows.length, all: ofKind.length })}
      >
        {rows.length > 0 && (
          <>
            <button type="button" className="ty-button" onClick={() => put('print')}>
              {t('registers.print')}
            </button>
            <button type="button" className="ty-button" onClick={() => put('save')}>
              {t('registers.pdf')}
            </button>
          </>
        )}
        <SheetActions list={kind.id} records={rows} isEmpty={rows.length === 0} />
        {add}
      </PageHeader>
      <div className="ty-registers">
        <nav className="ty-registers-kinds" aria-label={t('registers.kinds')}>
          {sections.map((section) => (
            <div key={section.id}>
              <h2>{bilingual(section.text)}</h2>
              <ul>
                {offered
                  .filter((one) => one.section === section.id)
                  .map((one) => (
                    <li key={one.id}>
                      <a
                        href={`#/registers?kind=${one.id}`}
                        aria-current={one.id === kind.id ? 'page' : undefined}
                      >
                        {bilingual(one.name)}
                        <span className="ty-soft">{counts.get(one.id) ?? ''}</span>
                      </a>
                    </li>
                  ))}
              </ul>
            </div>
          ))}
        </nav>
        <div className="ty-registers-main">
          {ofKind.length > 0 && (
            <div className="ty-registers-filters">
              <input
                className="ty-input"
                type="search"
                aria-label={t('registers.search')}
                placeholder={t('registers.search')}
                value={params.q ?? ''}
                onChange={(event) => narrow({ q: event.target.value })}
              />
              <SelectField
                label={t('registers.year')}
                value={year}
                optional
                nothing={t('registers.any')}
                options={years.map((value) => ({ value, label: value }))}
                onChange={(value) => narrow({ year: value })}
              />
              {filters.map((field) => (
                <SelectField
                  key={field.key}
                  label={bilingual(field.label)}
                  value={params[`f.${field.key}`] ?? ''}
                  optional
                  nothing={t('registers.any')}
                  options={optionsOf(field, ofKind, wording)}
                  onChange={(value) => narrow({ [`f.${field.key}`]: value })}
                />
              ))}
              {person !== '' && (
                <button type="button" className="ty-link" onClick={() => narrow({ person: '' })}>
                  {t('registers.person.clear', { name: nameOf(state, person) })}
                </button>
              )}
              <ColumnChoice kind={kind} shown={shown} onChange={setColumns} />
            </div>
          )}
          {rows.length === 0 ? (
            <EmptyState
              sentence={t(ofKind.length === 0 ? 'registers.empty' : 'registers.noMatch', {
                name: bilingual(kind.name),
              })}
            >
              {ofKind.length === 0 && add}
            </EmptyState>
          ) : (
            <Table
              isUnsaved
              label={bilingual(kind.name)}
              rows={rows}
              columns={columnsFor(kind, shown, wording, (id) => setOpen({ what: 'record', id }))}
            />
          )}
        </div>
      </div>
      <Suspense fallback={null}>
        {open?.what === 'record' && record && (
          <RecordDialog
            kind={kind}
            record={record}
            onClose={() => setOpen(null)}
            onEdit={() => setOpen({ what: 'form', id: record.id })}
            onCopy={() => {
              const { date: _date, ...given } = formValues(kind, record);
              setOpen({ what: 'new', given });
            }}
          />
        )}
        {(open?.what === 'new' || (open?.what === 'form' && record)) && (
          <RecordForm
            key={kind.id}
            kind={kind}
            record={record}
            given={open.what === 'new' ? open.given : {}}
            items={items}
            onClose={() => setOpen(null)}
            onSaved={() => setOpen(null)}
          />
        )}
      </Suspense>
    </section>
  );
}

/** What a filter offers: what the records hold. */
function optionsOf(field: Field, records: readonly Activity[], wording: Wording) {
  const values = new Set(records.map((record) => fieldValue(record, field)));
  return [...values]
    .filter((value) => typeof value === 'string' && value !== '')
    .map((value) => ({ value: String(value), label: textOf(field, value, wording) }))
    .filter(({ label }) => label !== '');
}
