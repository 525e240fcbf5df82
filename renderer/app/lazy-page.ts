import type { ComponentType } from 'react';
import { lazyPart } from '../components/lazy-part';
import { loadPageTexts } from '../i18n/i18n';

/** A page that is loaded when it is asked for, together with the texts of all such pages. */
export const lazyPage = <P extends object>(load: () => Promise<{ default: ComponentType<P> }>) =>
  lazyPart(async () => {
    const [page] = await Promise.all([load(), loadPageTexts()]);
    return page;
  });
