import { app } from 'electron';
import { isOwnPage } from './policy';
import { devOrigin } from './session';

/** No page goes anywhere, opens anything or embeds anything; main alone loads pages. */
export function forbidNavigation(): void {
  const dev = devOrigin();
  const refuse = (event: { readonly url: string; preventDefault(): void }): void => {
    // The dev server reloads a page that cannot be replaced in place.
    if (dev === undefined || !isOwnPage(event.url, dev)) event.preventDefault();
  };
  app.on('web-contents-created', (_event, contents) => {
    contents.on('will-navigate', refuse);
    contents.on('will-frame-navigate', refuse);
    contents.on('will-attach-webview', (event) => event.preventDefault());
    // Connections from page to page would leave past every request that could be refused.
    contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp');
    contents.setWindowOpenHandler(() => ({ action: 'deny' }));
  });
}
