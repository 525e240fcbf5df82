import { isPeriod, periodLabel } from '../../../shared/calendar/period';
import { rowById } from '../../../shared/catalogue/catalogue';
import type { State } from '../../../shared/changes/state';
import { ratingRowOf } from '../../../shared/insight/rating-rows';
import { kindOf } from '../../../shared/kinds/kinds';
import { titleOf } from '../../../shared/kinds/register';
import { alteredBy } from '../../../shared/model/alteration';
import { isCollectionName } from '../../../shared/model/collections';
import { bilingual, currentLanguage, dayText } from '../../i18n/i18n';
import { collectionLabels } from '../../i18n/texts/fields';
import { wordingOf } from '../registers/wording';

type Values = Readonly<Record<string, unknown>>;

/** What a record holds or held: also that of a deleted one. */
export function valuesOf(state: State, collection: string, id: string): Values {
  return state.collections.get(collection)?.records.get(id)?.values ?? {};
}

const text = (value: unknown): string => (typeof value === 'string' ? value : '');

/** A period in words; an occurrence such as `2026-11#2` keeps its number. */
function periodText(key: string): string {
  const [period = '', number] = key.split('#');
  if (!isPeriod(period)) return dayText(period) || key;
  return periodLabel(period, currentLanguage()) + (number ? ` #${number}` : '');
}

const named = (state: State, collection: string, id: unknown, field = 'name'): string =>
  text(valuesOf(state, collection, text(id))[field]);

const rowText = (id: string): string => {
  const row = rowById(id);
  return row ? bilingual(row.text) : id;
};

/** A row of the self-rating as its period worded it: the unit may have its own. */
const ratedText = (state: State, id: string, period: string): string => {
  const row = isPeriod(period) ? ratingRowOf(state, period, id) : undefined;
  return row ? bilingual(row.text) : rowText(id);
};

function activityTitle(state: State, values: Values): string {
  const kind = kindOf(text(values.kind));
  const title = kind ? titleOf(kind, values, wordingOf(state)) : text(values.title);
  const name = kind && bilingual(kind.name);
  return [name, title === name ? '' : title, dayText(text(values.date))]
    .filter((part) => part)
    .join(' ');
}

/** What a record is called by what it says itself, or by its place; empty where it says nothing. */
function ownTitle(state: State, collection: string, id: string): string {
  const values = valuesOf(state, collection, id);
  const [first = '', second = '', third = ''] = id.split(':');
  switch (collection) {
    case 'task':
      return text(values.title);
    case 'progress':
      return [named(state, 'task', values.task, 'title'), dayText(text(values.date))].join(' ');
    case 'followUp':
      return [named(state, 'task', values.task, 'title'), dayText(text(values.date))].join(' ');
    case 'alteration': {
      const { collection: of, record } = alteredBy(id);
      return recordTitle(state, of, record);
    }
    case 'measurement':
      return `${named(state, 'target', first)} ${periodText(second)}`;
    case 'milestone':
      return `${named(state, 'target', values.target)} ${text(values.name)}`;
    case 'consequence':
      return [named(state, 'person', values.person), text(values.decision)].join(' ');
    case 'rating':
      return `${named(state, 'person', first)} ${periodText(second)} ${ratedText(state, third, second)}`;
    case 'sheet':
      return `${named(state, 'person', first)} ${periodText(second)}`;
    case 'indicator':
      return `${ratedText(state, first, second)} ${periodText(second)}`;
    case 'habit':
      return `${named(state, 'person', first)} ${dayText(second)} ${rowText(third)}`;
    case 'confidential':
      return activityTitle(state, valuesOf(state, 'activity', id));
    case 'holiday':
      return periodText(id);
    case 'charge':
      return named(state, 'person', id);
    case 'mark':
      return `${rowText(first)} ${periodText(second)}`;
    case 'assignment':
      return rowText(id);
    case 'passage':
      return `${periodText(second)} ${rowById(third) ? rowText(third) : ''}`;
    case 'activity':
      return activityTitle(state, values);
    default:
      return text(values.name);
  }
}

/** What a record is called, also a deleted one; its kind where it has no name. */
export function recordTitle(state: State, collection: string, id: string): string {
  return ownTitle(state, collection, id).trim() || kindText(collection);
}

/** What a record of a collection is called; its bare name where it comes from a newer app. */
export const kindText = (collection: string): string =>
  isCollectionName(collection) ? bilingual(collectionLabels[collection]) : collection;
