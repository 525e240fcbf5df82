import * as z from 'zod';
import { activity, assignment, mark } from './activity';
import { alteration } from './alteration';
import { attachment } from './attachment';
import type { CollectionModel, Keeping } from './collection';
import { confidential } from './confidential';
import { consequence } from './consequence';
import { habit } from './habit';
import { holiday } from './holiday';
import { indicator } from './indicator';
import { passage } from './passage';
import { charge, department, device, person } from './person';
import { rating, sheet } from './rating';
import { logPart, receipt, trust } from './receipt';
import { correction, seal } from './seal';
import { measurement, milestone, target } from './target';
import { followUp, progress, task, taskFilter } from './task';
import { template } from './template';
import { unit } from './unit';

/** Every collection of the core, by name. */
export const collections = {
  unit,
  department,
  person,
  charge,
  device,
  rating,
  sheet,
  indicator,
  activity,
  mark,
  assignment,
  task,
  progress,
  target,
  measurement,
  passage,
  template,
  seal,
  correction,
  attachment,
  habit,
  confidential,
  milestone,
  consequence,
  followUp,
  alteration,
  taskFilter,
  receipt,
  trust,
  logPart,
  holiday,
} satisfies Record<string, CollectionModel>;

export type CollectionName = keyof typeof collections;

/** All collection names, in the order in which snapshots and exports list them. */
// Object.keys loses the literal type that `collections` has.
export const collectionNames = Object.keys(collections) as CollectionName[];

type Fields<N extends CollectionName> = z.output<(typeof collections)[N]['fields']>;

/** A record as the views read it: its id and every field, defaults filled in. */
export type RecordOf<N extends CollectionName> = { readonly id: string } & Readonly<Fields<N>>;

/** Fields to set on a record, each optional; null clears a field back to its default. */
export type FieldsOf<N extends CollectionName> = {
  readonly [F in keyof Fields<N>]?: Fields<N>[F] | null;
};

/** Whether this app knows a collection of that name. */
export function isCollectionName(name: string): name is CollectionName {
  return Object.hasOwn(collections, name);
}

/** The model of a collection, widened for code that treats all collections alike. */
export function modelOf(name: CollectionName): CollectionModel {
  return collections[name];
}

/** Who may have the records of a collection; those of collections not known are the unit's. */
export const keepingOf = (name: string): Keeping =>
  isCollectionName(name) ? modelOf(name).keeping : 'shared';

const defaultsByName = new Map<CollectionName, Readonly<Record<string, unknown>>>();

/** The value every field of a collection has until it is set. */
export function defaultsOf(name: CollectionName): Readonly<Record<string, unknown>> {
  let defaults = defaultsByName.get(name);
  if (!defaults) {
    defaults = Object.freeze(modelOf(name).fields.parse({}));
    defaultsByName.set(name, defaults);
  }
  return defaults;
}

/** Why a field of a change does not fit the model. */
export interface Misfit {
  readonly collection: string;
  readonly id: string;
  /** Empty where the id or the collection itself does not fit. */
  readonly field: string;
  readonly reason: 'unknown-collection' | 'bad-id' | 'unknown-field' | 'bad-value' | 'out-of-range';
}

/**
 * Checks one record change against the model; an empty list means it fits. Null clears any field.
 * Unknown collections and fields are listed too: the caller decides, because data from a newer app
 * is kept while this app itself must never write what it does not know.
 */
export function misfitsOf(change: {
  collection: string;
  id: string;
  fields: Readonly<Record<string, unknown>>;
}): Misfit[] {
  const { collection, id } = change;
  if (!isCollectionName(collection)) {
    return [{ collection, id, field: '', reason: 'unknown-collection' }];
  }
  const model = modelOf(collection);
  if (!model.id.test(id)) return [{ collection, id, field: '', reason: 'bad-id' }];
  const misfits: Misfit[] = [];
  for (const [field, value] of Object.entries(change.fields)) {
    const schema = Object.hasOwn(model.fields.shape, field)
      ? model.fields.shape[field]
      : model.more;
    if (!schema) misfits.push({ collection, id, field, reason: 'unknown-field' });
    else if (value !== null && !z.safeParse(schema, value).success) {
      misfits.push({ collection, id, field, reason: 'bad-value' });
    }
  }
  return misfits;
}
