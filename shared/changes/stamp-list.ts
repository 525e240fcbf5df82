import { counterOf, deviceOf, type Stamp, stampOf } from './stamp';

/** Longest text of one part of a list, in characters. */
const longest = 90_000;

/** Stamps as short texts: `<device>:<counters in base 36, by commas>`, in order of stamps. */
export function packStamps(stamps: Iterable<Stamp>): string[] {
  const byDevice = new Map<string, string[]>();
  for (const stamp of [...stamps].sort()) {
    const device = deviceOf(stamp);
    const counters = byDevice.get(device) ?? [];
    byDevice.set(device, counters);
    counters.push(counterOf(stamp).toString(36));
  }
  const texts: string[] = [];
  for (const [device, counters] of byDevice) {
    let text = `${device}:`;
    for (const counter of counters) {
      if (text.length + counter.length > longest) {
        texts.push(text);
        text = `${device}:`;
      }
      text += text.endsWith(':') ? counter : `,${counter}`;
    }
    texts.push(text);
  }
  return texts;
}

/** The stamps in texts of `packStamps`; what is no stamp is left out. */
export function unpackStamps(texts: readonly string[]): Set<Stamp> {
  const stamps = new Set<Stamp>();
  for (const text of texts) {
    const [device = '', counters = ''] = text.split(':');
    for (const counter of counters.split(',')) {
      const number = Number.parseInt(counter, 36);
      if (Number.isSafeInteger(number) && number > 0) stamps.add(stampOf(number, device));
    }
  }
  return stamps;
}
