import { type RefCallback, useCallback, useState } from 'react';

/**
 * The modal dialog that a control stands in: its popover must be put there too, because nothing
 * outside a modal dialog can be reached.
 */
export function useOwnDialog(): [RefCallback<Element>, { UNSTABLE_portalContainer?: Element }] {
  const [dialog, setDialog] = useState<Element | null>(null);
  const ref = useCallback((element: Element | null) => {
    if (element) setDialog(element.closest('dialog'));
  }, []);
  return [ref, dialog ? { UNSTABLE_portalContainer: dialog } : {}];
}
