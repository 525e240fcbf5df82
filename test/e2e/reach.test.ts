import { rmSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { foundUnit, newFolder, type RunningApp, refusedRequests, startApp } from './app';

// What a page would do that was taken over by somebody: reach out of the window, or reach for files.

const profile = newFolder('reach');
let running: RunningApp;

beforeAll(async () => {
  running = await startApp(profile);
  await foundUnit(running);
});

afterAll(async () => {
  await running.close();
  rmSync(profile, { recursive: true, force: true });
});

test('a page gets no packet and no look-up out, by none of the ways there are', async () => {
  const { app, page } = running;
  const before = await refusedRequests(app);
  const tried = await page.evaluate(async () => {
    const address = '10.99.0.77';
    const got: string[] = [];
    const attempt = async (name: string, work: () => unknown): Promise<void> => {
      try {
        await work();
        got.push(name);
      } catch {
        // Refused, as it should be.
      }
    };
    const loaded = (element: HTMLElement): Promise<unknown> =>
      new Promise((resolve, reject) => {
        element.onload = resolve;
        element.onerror = reject;
        document.head.append(element);
      });
    await attempt('fetch', () => fetch(`http://${address}/`, { mode: 'no-cors' }));
    await attempt('fetch by name', () => fetch('https://reach.example/', { mode: 'no-cors' }));
    await attempt('socket', () => {
      const socket = new WebSocket(`ws://${address}/`);
      return new Promise((resolve, reject) => {
        socket.onopen = resolve;
        socket.onerror = reject;
      });
    });
    await attempt('picture', () => {
      const picture = document.createElement('img');
      picture.src = `http://${address}/x.png`;
      return loaded(picture);
    });
    for (const rel of ['preconnect', 'dns-prefetch', 'prefetch', 'stylesheet', 'manifest']) {
      const link = document.createElement('link');
      link.rel = rel;
      link.href = `http://${rel === 'dns-prefetch' ? 'reach.example' : address}/${rel}`;
      document.head.append(link);
    }
    if (navigator.sendBeacon(`http://${address}/beacon`, 'x')) {
      // Taken for sending; whether it leaves is what is counted outside.
    }
    // A frame has a world of its own, with what was taken from this one.
    const frame = document.createElement('iframe');
    document.body.append(frame);
    for (const world of [globalThis, frame.contentWindow]) {
      const Peer: unknown = world && Reflect.get(world, 'RTCPeerConnection');
      if (typeof Peer !== 'function') continue;
      got.push(world === globalThis ? 'peer' : 'peer of a frame');
      const servers = [
        { urls: `stun:${address}:3478` },
        { urls: `turn:${address}:3478?transport=tcp`, username: 'a', credential: 'b' },
        { urls: 'stun:reach.example:3478' },
      ];
      const peer = Reflect.construct(Peer, [{ iceServers: servers }]);
      peer.createDataChannel('x');
      await peer.setLocalDescription(await peer.createOffer());
    }
    await attempt(
      'transport',
      () =>
        Reflect.construct(Reflect.get(globalThis, 'WebTransport'), [`https://${address}/`]).ready,
    );
    await attempt('worker', () => new Worker(URL.createObjectURL(new Blob(['1']))));
    await new Promise((resolve) => setTimeout(resolve, 1_500));
    frame.remove();
    for (const link of document.querySelectorAll('link[href^="http"]')) link.remove();
    return got;
  });
  expect(tried.filter((name) => name !== 'peer of a frame')).toEqual([]);
  expect(await refusedRequests(app)).toBeGreaterThanOrEqual(before);
  const policy = await app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows().map(({ webContents }) => webContents.getWebRTCIPHandlingPolicy()),
  );
  expect(policy).toEqual(['disable_non_proxied_udp']);
});

test('a page turns no text into markup or code', async () => {
  const { page } = running;
  const got = await page.evaluate(async () => {
    // What a debugger evaluates may more than a page; a task of the page's own may not.
    await new Promise((resolve) => setTimeout(resolve));
    const done: string[] = [];
    const attempt = (name: string, work: () => unknown): void => {
      try {
        work();
        done.push(name);
      } catch (error) {
        if (!(error instanceof TypeError) && !(error instanceof EvalError)) throw error;
      }
    };
    const element = document.createElement('div');
    // Emptied, an element may be.
    element.innerHTML = '';
    attempt('markup', () => Reflect.set(element, 'innerHTML', '<img src=x>'));
    attempt('code', () => Reflect.construct(Function, ['return 1']));
    attempt('script', () => Reflect.set(document.createElement('script'), 'text', '1'));
    const types: unknown = Reflect.get(globalThis, 'trustedTypes');
    attempt('policy', () =>
      Reflect.apply(Reflect.get(Object(types), 'createPolicy'), types, ['a', {}]),
    );
    return done;
  });
  expect(got).toEqual([]);
});

test('a page cannot name a file that the user did not give', async () => {
  const { page } = running;
  const got = await page.evaluate(async () => {
    const names = [
      '/etc/passwd',
      '//server/share/a.docx',
      'C:\\Windows\\win.ini',
      '\\\\.\\PhysicalDrive0',
    ];
    const files = names.map((name) => new File(['x'], name));
    const added = await window.touyan.addFiles(files);
    const opened = await window.touyan.openPackages(files);
    return { added, opened };
  });
  expect(got.opened).toMatchObject({ ok: false, error: { code: 'file-unreadable' } });
  expect(got.added).toMatchObject({ ok: true, value: { added: [] } });
  const { refused } = got.added.ok && got.added.value ? got.added.value : { refused: [] };
  expect(refused.map(({ code }) => code)).toEqual(Array(4).fill('file-unreadable'));
});
