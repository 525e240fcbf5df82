import { useState } from 'react';
import * as z from 'zod';
import type { Field } from '../../../shared/kinds/field';
import type { Kind } from '../../../shared/kinds/kind';

const keptSchema = z.array(z.string());

const keyOf = (kind: Kind): string => `touyan:columns:${kind.id}`;

/** What this PC last showed of a kind; nothing where that cannot be read. */
function kept(kind: Kind): readonly Field[] {
  try {
    const keys = keptSchema.parse(JSON.parse(localStorage.getItem(keyOf(kind)) ?? '[]'));
    return kind.fields.filter(({ key }) => keys.includes(key));
  } catch {
    return [];
  }
}

/** The columns chosen for a kind on this PC; empty where nothing was chosen. */
export function useChosenColumns(
  kind: Kind | undefined,
): [readonly Field[], (columns: readonly Field[]) => void] {
  const [, redraw] = useState(0);
  if (!kind) return [[], () => undefined];
  return [
    kept(kind),
    (columns) => {
      localStorage.setItem(keyOf(kind), JSON.stringify(columns.map(({ key }) => key)));
      redraw((times) => times + 1);
    },
  ];
}
