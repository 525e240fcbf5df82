/**
 * Takes from a page what reaches a network past the requests that main can refuse: connections from
 * page to page (whose packets ask no one), and transports of their own. Runs inside the page, so it
 * uses nothing from outside itself.
 */
export function withoutReach(): void {
  for (const name of [
    'RTCPeerConnection',
    'webkitRTCPeerConnection',
    'RTCDataChannel',
    'RTCIceTransport',
    'RTCCertificate',
    'WebTransport',
    'WebSocketStream',
    'PresentationRequest',
  ]) {
    Reflect.deleteProperty(globalThis, name);
  }
}

/**
 * Lets a page empty an element by setting its markup to nothing, as react-aria does, and makes no
 * other text markup or code. Runs inside the page; the policy of the page takes this one and no
 * second.
 */
export function emptyMarkupOnly(): void {
  const factory: unknown = Reflect.get(globalThis, 'trustedTypes');
  if (typeof factory !== 'object' || factory === null) return;
  const create: unknown = Reflect.get(factory, 'createPolicy');
  if (typeof create !== 'function') return;
  Reflect.apply(create, factory, [
    'default',
    { createHTML: (text: string) => (text === '' ? text : undefined) },
  ]);
}
