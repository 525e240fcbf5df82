import { lazy, Suspense, type SyntheticEvent, useState } from 'react';
import { createPortal } from 'react-dom';
import { t } from '../i18n/i18n';

const RecordTimeline = lazy(() => import('../pages/history/RecordTimeline'));

interface RecordHistoryProps {
  readonly collection: string;
  readonly id: string;
  /** As a link in a line, instead of a button. */
  readonly isQuiet?: boolean;
}

/** A button that shows all that ever happened to a record. */
export function RecordHistory({ collection, id, isQuiet }: RecordHistoryProps) {
  const [open, setOpen] = useState(false);
  // React hands events on to the dialog this button stands in, which must not save or close then.
  const keep = (event: SyntheticEvent) => event.stopPropagation();
  return (
    <>
      <button
        type="button"
        className={isQuiet ? 'ty-link' : 'ty-button'}
        onClick={() => setOpen(true)}
      >
        {t('components.history')}
      </button>
      {open &&
        createPortal(
          <div onSubmit={keep}>
            <Suspense fallback={null}>
              <RecordTimeline collection={collection} id={id} onClose={() => setOpen(false)} />
            </Suspense>
          </div>,
          document.body,
        )}
    </>
  );
}
