import { join } from 'node:path';
import { app, session } from 'electron';
import { isAllowedRequest, loopbackOrigin } from './policy';
import { serveApp } from './protocol';

/** Refused requests that are remembered; they are counted beyond that. */
const longestMemory = 1_000;

/** What was refused, so that a test can ask whether anything was. */
export const refusedRequests = { count: 0, urls: [] as string[] };

/** Origin of the dev server, in development only. */
export function devOrigin(): string | undefined {
  return app.isPackaged ? undefined : loopbackOrigin(process.env.ELECTRON_RENDERER_URL);
}

/** Keeps Chromium's own services from ever looking for a network. Before Electron is ready. */
export function silenceChromium(): void {
  const { commandLine } = app;
  for (const name of [
    'disable-background-networking',
    'disable-component-update',
    'disable-domain-reliability',
    'disable-sync',
    'dns-prefetch-disable',
    'no-pings',
    'no-proxy-server',
  ]) {
    commandLine.appendSwitch(name);
  }
  const dev = devOrigin() === undefined ? '' : ', EXCLUDE localhost, EXCLUDE 127.0.0.1';
  commandLine.appendSwitch('force-webrtc-ip-handling-policy', 'disable_non_proxied_udp');
  commandLine.appendSwitch('host-resolver-rules', `MAP * ~NOTFOUND${dev}`);
  commandLine.appendSwitch(
    'disable-features',
    // Hiding local addresses joins a multicast group, which the neighbours hear.
    'MediaRouter,OptimizationHints,AutofillServerCommunication,SpareRendererForSitePerProcess,' +
      'WebRtcHideLocalIpsWithMdns',
  );
}

/** Closes the session to the network and to everything the app never asks for. */
export function secureSession(): void {
  const own = session.defaultSession;
  const dev = devOrigin();
  serveApp(own, join(__dirname, '..', 'renderer'));
  own.webRequest.onBeforeRequest(({ url }, answer) => {
    const cancel = !isAllowedRequest(url, dev);
    if (cancel) {
      refusedRequests.count += 1;
      if (refusedRequests.urls.length < longestMemory) refusedRequests.urls.push(url);
    }
    answer({ cancel });
  });
  own.setPermissionRequestHandler((_contents, _permission, answer) => answer(false));
  own.setPermissionCheckHandler(() => false);
  own.setDevicePermissionHandler(() => false);
  own.setSpellCheckerEnabled(false);
  // No page makes a file on its own; what is saved goes through the contract.
  own.on('will-download', (event) => event.preventDefault());
}
