import { type Dispatch, type SetStateAction, useLayoutEffect, useState } from 'react';
import type { Draft } from '../../shared/rpc/drafts';
import { call } from './bridge';
import { clock } from './clock';
import { setGuard } from './location';

// What was typed and not saved, as one mechanism: every form keeps its values by `useTyped`, every
// page what is open on it by `useOpen`. All of them together are the draft; it is written while one
// types, asked about when one leaves, and put back value by value when it is taken up again.

/** One value that a form or page keeps. */
interface Entry {
  readonly name: string;
  /** What was typed counts as unsaved; what is open only leads back to it. */
  readonly isTyped: boolean;
  /** As it is saved, or was at first; JSON. */
  saved: string;
  value: unknown;
  put: (value: never) => void;
}

/** A form that can be saved from outside. */
export interface Form {
  readonly title: string;
  /** Saves; where it resolves and something is unsaved still, the form says what is missing. */
  readonly save: () => unknown;
  /** Whether something was typed that only its field knows. */
  readonly isFilled?: () => boolean;
}

/** How a question about unsaved things was answered. */
export type Answer = 'save' | 'keep' | 'drop' | 'back';

/** How long typing may rest before it is written, in ms. */
const pause = 300;

/** How long what is taken up again may take to come up, in ms. */
const patience = 4_000;

const entries = new Set<Entry>();
const forms: Form[] = [];
let draftId = '';
let timer = 0;
/** The draft that is being taken up, until its form has come up. */
let resumed: Draft['values'] = [];
let question: {
  readonly title: string;
  /** Whether there is anything that a draft could keep. */
  readonly canKeep: boolean;
  readonly canSave: boolean;
  readonly resolve: (answer: Answer) => void;
} | null = null;
const listeners = new Set<() => void>();

const differs = ({ saved, value }: Entry): boolean => JSON.stringify(value) !== saved;

const isChanged = (entry: Entry): boolean => entry.isTyped && differs(entry);

/** Whether something was typed and not saved. */
export const isTouched = (): boolean =>
  [...entries].some(isChanged) || forms.some(({ isFilled }) => isFilled?.());

/** What is asked now, and where the answer goes. */
export const currentQuestion = () => question;

/** Lets the draft go before what it is of is saved by going away, as the wizard does. */
export const letDraftGo = (): Promise<void> => drop();

/** Hears of every question and of drafts that come and go. */
export function followForms(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

const told = (): void => {
  for (const listener of listeners) listener();
};

const words = (value: unknown): string => {
  if (typeof value === 'string') return value.trim();
  if (typeof value !== 'object' || value === null) return '';
  return Object.values(value).map(words).find(Boolean) ?? '';
};

/** The first words that differ from what is saved. */
function newWords({ value, saved }: Entry): string {
  if (typeof value !== 'object' || value === null) return words(value);
  const before: unknown = saved === '' ? null : JSON.parse(saved);
  const was = typeof before === 'object' && before !== null ? before : {};
  return (
    Object.entries(value)
      .filter(([key, one]) => JSON.stringify(one) !== JSON.stringify(Reflect.get(was, key)))
      .map(([, one]) => words(one))
      .find(Boolean) ?? ''
  );
}

function draft(): Draft {
  const changed = [...entries].filter(isChanged);
  return {
    id: draftId,
    at: clock.now().toISOString(),
    place: window.location.hash,
    title: (forms.at(-1)?.title ?? document.querySelector('h1')?.textContent ?? '').slice(0, 500),
    words: (changed.map(newWords).find(Boolean) ?? '').slice(0, 200),
    values: [...entries]
      .filter((entry) => entry.value !== undefined && (entry.isTyped || differs(entry)))
      // Values of forms are plain data; main looks at each once more.
      .map(({ name, isTyped, value }) => ({
        name,
        isTyped,
        value: JSON.parse(JSON.stringify(value)),
      })),
  };
}

async function write(): Promise<void> {
  window.clearTimeout(timer);
  if (![...entries].some(isChanged)) return;
  if (draftId === '') draftId = crypto.randomUUID();
  const { id } = draft();
  try {
    await call('drafts.put', draft());
  } catch {
    // Locked, or a full disk: what is typed is in the window still.
    if (draftId === id) timer = window.setTimeout(() => void write(), 5_000);
  }
}

/** Lets the draft of what was typed go. */
async function drop(): Promise<void> {
  window.clearTimeout(timer);
  if (draftId === '') return;
  const id = draftId;
  draftId = '';
  await call('drafts.drop', { id }).then(told, () => undefined);
}

function look(): void {
  window.clearTimeout(timer);
  if (isTouched()) timer = window.setTimeout(() => void write(), pause);
  else if (!isResuming()) {
    void drop();
    // What closed or was saved by itself needs no answer any more.
    question?.resolve('drop');
  }
}

/** Tells that something was typed that only its field knows. */
export const noteInput = (): void => look();

/** The next leaving of what was typed keeps its draft: the page has failed, or it was asked for. */
export function keepDraft(): void {
  window.clearTimeout(timer);
  draftId = '';
}

/** A value of the draft that is taken up, if it is like what stands here. */
function takeUp<T>(name: string, first: T): T {
  const found = resumed.find((one) => one.name === name);
  // Written by this very form; `isLike` has compared it with what the form begins with.
  return found && isLike(first, found.value) ? (found.value as T) : first;
}

/** Whether a value has the shape of another one, as far as that tells of one: null tells nothing. */
function isLike(sample: unknown, value: unknown): boolean {
  if (sample === null || sample === undefined || value === null) return true;
  if (typeof sample !== typeof value) return false;
  if (Array.isArray(sample)) {
    return (
      Array.isArray(value) && (sample.length === 0 || value.every((one) => isLike(sample[0], one)))
    );
  }
  if (typeof sample !== 'object') return true;
  return (
    typeof value === 'object' &&
    Object.entries(sample).every(([key, one]) => isLike(one, Reflect.get(value, key)))
  );
}

function useEntry<T>(name: string, isTyped: boolean, initial: T | (() => T), saved?: T) {
  const [entry] = useState((): Entry => {
    const first = initial instanceof Function ? initial() : initial;
    const value = takeUp(name, first);
    return { name, isTyped, saved: JSON.stringify(first) ?? '', value, put: () => undefined };
  });
  // The value was given to the entry as a `T` above, and by `put` since.
  const [value, setValue] = useState<T>(entry.value as T);
  const savedNow = saved === undefined ? undefined : JSON.stringify(saved);
  useLayoutEffect(() => {
    entry.put = setValue;
    if (entry.name === '') return;
    entries.add(entry);
    if (isResuming() && hasArrived()) window.setTimeout(endResuming, 300);
    return () => {
      entries.delete(entry);
      // What closes together, goes together.
      queueMicrotask(look);
    };
  }, [entry]);
  useLayoutEffect(() => {
    const isNew = entry.value !== value || entry.saved !== (savedNow ?? entry.saved);
    entry.value = value;
    entry.saved = savedNow ?? entry.saved;
    if (entries.has(entry) && (isNew || isChanged(entry))) look();
  }, [entry, value, savedNow]);
  return [value, setValue] as [T, Dispatch<SetStateAction<T>>];
}

/**
 * State of a form, as `useState`, that is not lost: JSON only, no secrets. `name` is unique among
 * what is open together. `saved` is what it is compared with; without it, what it began with.
 */
export const useTyped = <T>(name: string, initial: T | (() => T), saved?: T) =>
  useEntry(name, true, initial, saved);

/** State of a page that says what is open on it, as `useState`: brought back with a draft. */
export const useOpen = <T>(name: string, initial: T | (() => T)) => useEntry(name, false, initial);

/**
 * Text of a field that saves itself when it is left: what was typed, until what is saved changes.
 * Without a name it is no more than state.
 */
export function useTypedText(name: string, saved: string) {
  const [text, setText] = useTyped(name, saved, saved);
  const [last, setLast] = useState(saved);
  if (last !== saved) {
    setLast(saved);
    setText(saved);
  }
  return [text, setText] as const;
}

/** Whether a draft is being taken up: what is open is told by it, not by the address. */
export const isResuming = (): boolean => resumed.length > 0;

/** Makes a form known as long as it is shown, so that leaving can save it. */
export function useForm(form: Form): void {
  const [known] = useState(() => ({ current: form }));
  useLayoutEffect(() => {
    known.current = form;
  });
  useLayoutEffect(() => {
    const one: Form = {
      get title() {
        return known.current.title;
      },
      save: () => known.current.save(),
      isFilled: () => known.current.isFilled?.() ?? false,
    };
    forms.push(one);
    return () => {
      forms.splice(forms.indexOf(one), 1);
      queueMicrotask(look);
    };
  }, [known]);
}

/** Whether the form of the draft that is taken up is there. */
const hasArrived = (): boolean =>
  resumed.every(
    ({ name, isTyped }) => !isTyped || [...entries].some((entry) => entry.name === name),
  );

/** What is taken up has come up; the page has had the time to do what its address says. */
function endResuming(): void {
  resumed = [];
  look();
}

/**
 * Takes a draft up: goes to its place and puts its values back as the form comes up. `failed` hears
 * where that form does not come.
 */
export function resume(draft: Draft, failed: () => void): void {
  draftId = draft.id;
  resumed = draft.values;
  const isThere = window.location.hash === draft.place;
  if (!isThere) window.location.hash = draft.place;
  // What is shown already takes its value now; what it opens then comes up with its own.
  for (const entry of isThere ? entries : []) {
    const found = resumed.find(({ name }) => name === entry.name);
    // A setter of any type; the value has the shape of the one that stands there.
    if (found && isLike(entry.value, found.value)) entry.put(found.value as never);
  }
  window.setTimeout(() => {
    if (!isResuming() || resumed !== draft.values) return;
    resumed = [];
    // What could not be put back stays a draft.
    keepDraft();
    failed();
  }, patience);
}

const wait = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => window.setTimeout(resolve, milliseconds));

/** Leaves the field that is typed in, so that what saves itself does so, and shows it. */
async function settle(): Promise<void> {
  if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
  await wait(60);
}

async function saveAll(): Promise<boolean> {
  for (const form of [...forms].reverse()) {
    await form.save();
    // Saved, a form goes away, or what it holds is what is saved.
    for (let looks = 0; looks < 20 && forms.includes(form) && isTouched(); looks += 1) {
      await wait(40);
    }
    if (forms.includes(form) && isTouched() && form === forms.at(-1)) return false;
  }
  return !isTouched();
}

/**
 * Asks what is to become of what was typed, and answers whether one may leave: nothing is unsaved,
 * or it was saved, is kept as a draft, or was let go.
 */
export async function mayLeave(): Promise<boolean> {
  if (!isTouched()) return true;
  await settle();
  if (!isTouched()) return true;
  if (question) return false;
  await write();
  const answer = await new Promise<Answer>((resolve) => {
    const canKeep = [...entries].some(isChanged);
    question = { title: draft().title, canKeep, canSave: forms.length > 0, resolve };
    told();
  });
  question = null;
  told();
  if (answer === 'back' || !isTouched()) return answer !== 'back';
  if (answer === 'save') return saveAll();
  if (answer === 'keep') keepDraft();
  else await drop();
  return true;
}

/** What was typed goes, or its draft stays: nothing of it is asked about again. */
export function forgetTyped(): void {
  for (const entry of entries) entry.saved = JSON.stringify(entry.value) ?? '';
}

setGuard((leave) => {
  void mayLeave().then((may) => {
    if (!may) return;
    forgetTyped();
    leave();
  });
}, isTouched);
