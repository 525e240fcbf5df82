import { type ComponentProps, Suspense } from 'react';
import { lazyPart } from '../components/lazy-part';

const WordNote = lazyPart(() => import('./WordNote'));

/** A word explained where it stands; the manual comes for it when it is there. */
export const Explained = (props: ComponentProps<typeof WordNote>) => (
  <Suspense fallback={null}>
    <WordNote {...props} />
  </Suspense>
);
