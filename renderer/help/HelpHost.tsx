import { Suspense, useEffect } from 'react';
import { lazyPart } from '../components/lazy-part';
import { here } from '../state/location';
import { isTyping } from '../state/typing';
import { showHelp, useShownHelp } from './help-state';

const HelpDialog = lazyPart(() => import('./HelpDialog'));

/** The manual page about what the window shows now. */
async function showPageHere(): Promise<void> {
  const { manualPageFor } = await import('./manual');
  const isNamed = document.querySelector('.ty-shell') !== null;
  showHelp({ page: isNamed ? manualPageFor(here().page) : 'start', section: 0 });
}

/** F1 opens the manual at the page one is on, `?` its sheet of shortcuts. */
export default function HelpHost() {
  const shown = useShownHelp();
  useEffect(() => {
    const pressed = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      if (event.key === 'F1') {
        event.preventDefault();
        void showPageHere();
      }
      if ((event.key === '?' || event.key === '？') && !isTyping(event.target)) {
        event.preventDefault();
        showHelp({ page: 'keys', section: 0 });
      }
    };
    window.addEventListener('keydown', pressed);
    return () => window.removeEventListener('keydown', pressed);
  }, []);
  return (
    shown && (
      <Suspense fallback={null}>
        <HelpDialog {...shown} />
      </Suspense>
    )
  );
}
