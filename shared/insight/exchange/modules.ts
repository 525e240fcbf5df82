import { type CollectionName, isCollectionName } from '../../model/collections';

/** Parts of the records by which packages are shown and chosen from, in the order of pages. */
export const modules = [
  'people',
  'ratings',
  'activities',
  'duties',
  'tasks',
  'targets',
  'documents',
  'attachments',
  'other',
] as const;

export type Module = (typeof modules)[number];

/** The module of every collection; those that are not listed are `other`. */
const byCollection: Partial<Record<CollectionName, Module>> = {
  unit: 'people',
  department: 'people',
  person: 'people',
  charge: 'people',
  device: 'people',
  holiday: 'people',
  rating: 'ratings',
  sheet: 'ratings',
  indicator: 'ratings',
  activity: 'activities',
  mark: 'duties',
  assignment: 'duties',
  task: 'tasks',
  progress: 'tasks',
  followUp: 'tasks',
  target: 'targets',
  measurement: 'targets',
  milestone: 'targets',
  consequence: 'targets',
  passage: 'documents',
  template: 'documents',
  seal: 'documents',
  correction: 'documents',
  attachment: 'attachments',
};

/** The module of a collection; collections of a newer app are `other`. */
export const moduleOf = (collection: string): Module =>
  (isCollectionName(collection) ? byCollection[collection] : undefined) ?? 'other';
