import { useMemo } from 'react';
import type { Grid, SheetForm } from '../../../shared/sheet/book';
import type { Meaning } from '../../../shared/sheet/layout';
import type { SheetList } from '../../../shared/sheet/list';
import { fitOf, listsFor } from '../../../shared/sheet/list-fit';
import { bilingual } from '../../i18n/i18n';
import { go } from '../../state/location';
import { s } from './texts';

interface FitNoteProps {
  readonly list: SheetList;
  readonly grid: Grid;
  readonly form: SheetForm | undefined;
  readonly meanings: readonly Meaning[];
}

/** Says where a sheet goes better than to the list that was chosen, or that it goes nowhere. */
export function FitNote({ list, grid, form, meanings }: FitNoteProps) {
  const own = useMemo(() => fitOf(grid, list, form), [grid, list, form]);
  const isChosen = meanings.filter((meaning) => meaning !== null).length > own.columns;
  // All lists are tried only where the chosen one does not do.
  const isFine = own.isWhole || isChosen;
  const fits = useMemo(() => (isFine ? [] : listsFor(grid, form)), [isFine, grid, form]);
  const others = fits.filter((fit) => fit.list.id !== list.id);
  const [best] = others;
  if (isFine) return null;
  const goTo = (to: SheetList) => (
    <button
      key={to.id}
      type="button"
      className="ty-button ty-button-small"
      onClick={() => go('sheets', { list: to.id })}
    >
      {s('sheets.fit.to', { name: bilingual(to.name) })}
    </button>
  );
  if (best?.isWhole && best.columns > own.columns) {
    return (
      <p className="ty-actions" role="status">
        {s('sheets.fit.other', { name: bilingual(best.list.name) })}
        {goTo(best.list)}
      </p>
    );
  }
  return (
    <p className="ty-actions" role="status">
      {s(others.length === 0 ? 'sheets.fit.none' : 'sheets.fit.near')}
      {others.map((fit) => goTo(fit.list))}
    </p>
  );
}
