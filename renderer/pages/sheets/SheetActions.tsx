import { t } from '../../i18n/i18n';
import { go } from '../../state/location';
import { useToday } from '../../state/today';
import { useReplica } from '../../state/workspace';

interface SheetActionsProps {
  /** Id of the list: `person`, `task`, `target`, or a kind. */
  readonly list: string;
  /** The records shown, in their order; all of the list where not given. */
  readonly records?: readonly { readonly id: string }[];
  /** Nothing is there to be saved. */
  readonly isEmpty?: boolean;
}

/** The ways of a list out to Excel and in from it. */
export function SheetActions({ list, records, isEmpty }: SheetActionsProps) {
  const { state } = useReplica();
  const today = useToday();
  const save = async () => {
    const [{ saveList }, { sheetListOf }] = await Promise.all([
      import('./save-list'),
      import('../../../shared/sheet/list'),
    ]);
    const known = sheetListOf(list);
    // Records come from the collection of the list; their fields are read by name.
    const rows = records as Parameters<typeof saveList>[0]['records'];
    if (known) await saveList({ state, list: known, today, ...(rows && { records: rows }) });
  };
  return (
    <>
      {!isEmpty && (
        <button type="button" className="ty-button" onClick={() => void save()}>
          {t('registers.excel')}
        </button>
      )}
      <button type="button" className="ty-button" onClick={() => go('sheets', { list })}>
        {t('registers.import')}
      </button>
    </>
  );
}
