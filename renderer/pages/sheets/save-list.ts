import { recordOrDefault } from '../../../shared/changes/records';
import type { State } from '../../../shared/changes/state';
import { unitId } from '../../../shared/model/unit';
import type { Book } from '../../../shared/sheet/book';
import { directoryOf, recordsOf, writingOf } from '../../../shared/sheet/directory';
import type { SheetList } from '../../../shared/sheet/list';
import { listBook } from '../../../shared/sheet/list-book';
import { currentLanguage, dayText } from '../../i18n/i18n';
import { tellFailure } from '../../state/act';
import { call } from '../../state/bridge';
import { notify } from '../../state/notices';
import { s } from './texts';

/** Empty rows of a form to fill in. */
const formRows = 200;

interface Saving {
  readonly state: State;
  readonly list: SheetList;
  readonly today: string;
  /** Records in the order of the sheet; all of the list where not given. */
  readonly records?: readonly (Readonly<Record<string, unknown>> & { readonly id: string })[];
  /** A form without records, to be filled in. */
  readonly isForm?: boolean;
}

/** Saves a list as a workbook where the user says, and tells where it is. */
export async function saveList({ state, list, today, records, isForm }: Saving): Promise<void> {
  const language = currentLanguage();
  const book = listBook({
    list,
    records: isForm ? [] : (records ?? recordsOf(state, list)),
    unitName: recordOrDefault(state, 'unit', unitId).name,
    dayText: dayText(today),
    departments: directoryOf(state).departmentNames,
    writing: writingOf(state, language),
    ...(isForm && { emptyRows: formRows }),
  });
  await saveBook(book, isForm ? book.title : `${book.title} ${today}`);
}

/** Saves a workbook where the user says, and tells where it is. */
export async function saveBook(book: Book, fileName: string): Promise<void> {
  try {
    const saved = await call('sheets.save', { book, fileName });
    if (!saved) return;
    const { path } = saved;
    notify({
      urgency: 'polite',
      text: s('sheets.saved', { path }),
      action: { label: s('sheets.reveal'), run: () => void call('app.reveal', path) },
    });
  } catch (error) {
    tellFailure(error);
  }
}
