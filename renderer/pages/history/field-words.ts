import { isPeriod, periodLabel } from '../../../shared/calendar/period';
import { rowById } from '../../../shared/catalogue/catalogue';
import type { Bilingual } from '../../../shared/catalogue/row';
import type { JsonValue } from '../../../shared/changes/json';
import type { State } from '../../../shared/changes/state';
import { isNothing } from '../../../shared/changes/timeline';
import type { Field } from '../../../shared/kinds/field';
import { fieldOf, kindOf } from '../../../shared/kinds/kinds';
import { alteredBy } from '../../../shared/model/alteration';
import { isCollectionName } from '../../../shared/model/collections';
import { fileSize } from '../../components/file-size';
import { bilingual, currentLanguage, dayText, numberText } from '../../i18n/i18n';
import {
  choiceLabels,
  collectionLabels,
  commonFieldLabels,
  fieldLabels,
} from '../../i18n/texts/fields';
import { momentText } from './moment';
import { recordTitle, valuesOf } from './record-title';
import { h } from './texts';

/** A field of one record. */
export interface FieldPlace {
  readonly collection: string;
  readonly id: string;
  readonly field: string;
}

/** An own member of a table, looked up by a name that may be any. */
function member<V>(table: Readonly<Record<string, V>> | undefined, name: string): V | undefined {
  return table && Object.hasOwn(table, name) ? table[name] : undefined;
}

/** How a register declares a field: by the record's kind, else by any kind that has it. */
function declaredField(state: State, { collection, id, field }: FieldPlace): Field | undefined {
  if (collection !== 'activity') return undefined;
  const kind = valuesOf(state, collection, id).kind;
  const fields = typeof kind === 'string' ? kindOf(kind)?.fields : undefined;
  return fields?.find(({ key }) => key === field) ?? fieldOf(field);
}

/** What a field is called; its bare name where it comes from a newer app. */
export function fieldText(state: State, place: FieldPlace): string {
  const { collection, field } = place;
  const spoken = spokenOf(place);
  if (spoken !== place) {
    const [label, name] = [bilingual(fieldLabels.alteration.before), fieldText(state, spoken)];
    return currentLanguage() === 'zh' ? `${label}（${name}）` : `${label} (${name})`;
  }
  const declared = declaredField(state, place)?.label;
  const table: Readonly<Record<string, Bilingual>> | undefined = isCollectionName(collection)
    ? fieldLabels[collection]
    : undefined;
  const label = declared ?? member(table, field) ?? member(commonFieldLabels, field);
  return label ? bilingual(label) : field;
}

/** Collections that a field refers to by an id. */
const references: Readonly<Record<string, string>> = {
  leader: 'person',
  deputy: 'person',
  owner: 'person',
  approver: 'person',
  host: 'person',
  person: 'person',
  department: 'department',
  parent: 'task',
  task: 'task',
  target: 'target',
};

function choiceText({ collection, field }: FieldPlace, value: string): string | undefined {
  const tables: Readonly<Record<string, Readonly<Record<string, unknown>>>> = choiceLabels;
  const words = member(tables, collection)?.[field];
  if (typeof words !== 'object' || words === null) return undefined;
  // A member of choiceLabels two levels down is a table of bilingual texts.
  const word = member(words as Readonly<Record<string, Bilingual>>, value);
  return word && bilingual(word);
}

function itemText(state: State, value: JsonValue): string {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
    return Object.values(value)
      .filter((one) => !isNothing(one))
      .map(String)
      .join(' ');
  }
  const id = String(value);
  if (state.collections.get('person')?.records.has(id)) return recordTitle(state, 'person', id);
  const row = rowById(id);
  return row ? bilingual(row.text) : id;
}

function lineText(state: State, place: FieldPlace, value: string): string {
  const { collection, field } = place;
  const declared = declaredField(state, place)?.control;
  if (declared?.type === 'choice') {
    const option = declared.options.find((one) => one.value === value);
    if (option) return bilingual(option.text);
  }
  if (collection === 'activity' && field === 'kind') {
    const kind = kindOf(value);
    return kind ? bilingual(kind.name) : value;
  }
  if (field === 'ownerCollection' && isCollectionName(value)) {
    return bilingual(collectionLabels[value]);
  }
  if (field === 'basisCollection' && isCollectionName(value)) {
    return bilingual(collectionLabels[value]);
  }
  if (field === 'ownerId' || field === 'basisId') {
    const values = valuesOf(state, collection, place.id);
    const owner = field === 'ownerId' ? values.ownerCollection : values.basisCollection;
    return typeof owner === 'string' ? recordTitle(state, owner, value) : value;
  }
  const referred = declared?.type === 'person' ? 'person' : member(references, field);
  const isDeclaredReference = declared?.type === 'person' || declared?.type === 'department';
  if (referred && (collection !== 'activity' || isDeclaredReference)) {
    const isThere = state.collections.get(referred)?.records.has(value);
    if (isThere) return recordTitle(state, referred, value);
  }
  if (field === 'period' && isPeriod(value)) return periodLabel(value, currentLanguage());
  if (field === 'statusAt') return momentText(value);
  if (field === 'sha256' || field === 'publicKey') return `${value.slice(0, 12)}…`;
  return dayText(value) || (choiceText(place, value) ?? value);
}

/** What a place speaks of: what an alteration keeps is a value of the field that was altered. */
function spokenOf(place: FieldPlace): FieldPlace {
  if (place.collection !== 'alteration' || place.field !== 'before') return place;
  const { collection, record, field } = alteredBy(place.id);
  return { collection, id: record, field };
}

/** A value in words. */
export function valueText(state: State, where: FieldPlace, value: JsonValue | undefined): string {
  const place = spokenOf(where);
  if (typeof value === 'boolean') return h(value ? 'history.yes' : 'history.no');
  if (value === undefined || isNothing(value)) return h('history.empty.value');
  if (typeof value === 'number') {
    const { collection, field } = place;
    if (collection === 'attachment' && field === 'bytes') return fileSize(value);
    const isShare = field === 'percent' && (collection === 'task' || collection === 'progress');
    return isShare ? `${numberText(value)}%` : numberText(value, 4);
  }
  if (Array.isArray(value)) {
    return value.map((one) => itemText(state, one)).join(currentLanguage() === 'zh' ? '、' : ', ');
  }
  return typeof value === 'string' ? lineText(state, place, value) : JSON.stringify(value);
}
