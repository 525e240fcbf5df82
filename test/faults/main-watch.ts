import type { ElectronApplication } from 'playwright-core';

/** What main went through while it was watched. */
export interface MainWatched {
  /** Longest time for which main answered nobody, in ms. */
  readonly longest: number;
  /** Most that main held resident, in bytes; by the system's own count. */
  readonly memory: number;
}

/** Watches main from now on: how long it is held up, and how much memory it takes. */
export async function newMainWatch(
  app: ElectronApplication,
): Promise<{ end(): Promise<MainWatched> }> {
  await app.evaluate(() => {
    const watched = { longest: 0, memory: 0, timer: undefined as NodeJS.Timeout | undefined };
    let last = performance.now();
    watched.timer = setInterval(() => {
      const now = performance.now();
      watched.longest = Math.max(watched.longest, now - last - 5);
      watched.memory = Math.max(watched.memory, process.memoryUsage.rss());
      last = now;
    }, 5);
    Reflect.set(globalThis, 'touyanWatched', watched);
  });
  return {
    end: async () => {
      const [longest = 0, memory = 0] = await app.evaluate(() => {
        // Put there above.
        const watched = Reflect.get(globalThis, 'touyanWatched') as {
          longest: number;
          memory: number;
          timer: NodeJS.Timeout;
        };
        clearInterval(watched.timer);
        return [watched.longest, watched.memory];
      });
      return { longest: Math.round(longest), memory };
    },
  };
}
